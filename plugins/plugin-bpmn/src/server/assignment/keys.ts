import type { GroupKey } from './types';

export const userKey = (userId: number): GroupKey => `user:${userId}`;
export const barringKey = (userId: number): GroupKey => `!${userKey(userId)}`;

export const prefixOf = (key: GroupKey): string => key.slice(0, Math.max(0, key.indexOf(':')));
export const valueOf = (key: GroupKey): string => key.slice(key.indexOf(':') + 1);

/** Is this person kept from a task with these keys, whatever groups they are in? */
export function isBarred(groupKeys: readonly GroupKey[], userId: number): boolean {
  return groupKeys.includes(barringKey(userId));
}

/** `5` and `'5'` as a user id; null for anything that is none. */
export function userIdIn(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}
