import { userKey } from '../keys';
import { pointingKind } from './pointing-kind';

/** Who started the instance; nobody when a timer or another instance did. */
export const starter = pointingKind({
  kind: 'starter',
  groupKeysFor: async (_tx, _value, { instance }) => (instance.starterId === null ? [] : [userKey(instance.starterId)]),
});
