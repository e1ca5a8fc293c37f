import { badValue } from '../refusals';
import { userIdIn, userKey, valueOf } from '../keys';
import { findPeople } from '../store';
import type { AssigneeKind, GroupKey } from '../types';

/** `5`, or several people: `5,7`. */
export const person: AssigneeKind = {
  kind: 'person',
  prefixes: ['user'],

  async groupKeysFor(_tx, value, context) {
    return value.split(',').map((part) => {
      const id = userIdIn(part.trim());
      if (id === null) throw badValue(context.element, 'person', value);
      return userKey(id);
    });
  },

  async membersOf(tx, groupKeys) {
    const people = await findPeople(tx, idsIn(groupKeys));
    return new Map([...people].map(([id, found]) => [userKey(id), [found]]));
  },

  async groupKeysOf(_tx, userId) {
    return [userKey(userId)];
  },

  async labelsOf(tx, groupKeys) {
    const people = await findPeople(tx, idsIn(groupKeys));
    return new Map([...people].map(([id, found]) => [userKey(id), found.name]));
  },
};

function idsIn(groupKeys: readonly GroupKey[]): readonly number[] {
  return groupKeys.map((key) => userIdIn(valueOf(key))).filter((id) => id !== null);
}
