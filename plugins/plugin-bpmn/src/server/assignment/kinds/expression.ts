import { userIdIn, userKey } from '../keys';
import { badValue } from '../refusals';
import { pointingKind } from './pointing-kind';

/** FEEL that gives user ids or group keys, one or a list. */
export const expression = pointingKind({
  kind: 'expression',
  isFormula: true,

  async groupKeysFor(_tx, value, context) {
    const id = userIdIn(value);
    if (id !== null) return [userKey(id)];
    if (!/^[A-Za-z]\w*:./.test(value)) throw badValue(context.element, 'expression', value);
    return [value];
  },
});
