import type { Model } from '@nocobase/database';
import type { AssigneeKind, GroupKey, PersonRef, ReadAt } from '../ports';
import { heldPosts } from './held';
import { POST_PREFIX, postKeyAt, readPostKey, type PostAtPlace } from './keys';
import { placeWithPost } from './near';

/** `communitySecretary`: who holds this post at the place of the case, or at the nearest place above it that has it. */
export const post: AssigneeKind = {
  kind: 'post',
  prefixes: [POST_PREFIX],

  async groupKeysFor(tx, value, { instance }) {
    if (instance.placeId === null) return [];
    const nearest = await placeWithPost(tx, instance.placeId, value);
    return nearest === undefined ? [] : [postKeyAt(value, nearest)];
  },

  async membersOf(tx, groupKeys) {
    const asked = known(groupKeys);
    const held = await heldPosts(tx, scopeOf(asked));
    const people = await findPeople(tx, [...new Set(held.map(({ userId }) => userId))]);
    const members = new Map<GroupKey, PersonRef[]>();
    for (const { postKey, placeId, userId } of held) {
      const key = postKeyAt(postKey, placeId);
      const person = people.get(userId);
      if (person && groupKeys.includes(key)) members.set(key, [...(members.get(key) ?? []), person]);
    }
    return members;
  },

  async groupKeysOf(tx, userId) {
    const held = await heldPosts(tx, { userIds: [userId] });
    return [...new Set(held.map(({ postKey, placeId }) => postKeyAt(postKey, placeId)))];
  },

  async labelsOf(tx, groupKeys) {
    const asked = known(groupKeys);
    const titles = await texts(
      tx,
      { collection: 'posts', key: 'key', field: 'title' },
      asked.map(({ postKey }) => postKey),
    );
    const names = await texts(
      tx,
      { collection: 'places', key: 'id', field: 'name' },
      asked.map(({ placeId }) => placeId),
    );
    const labels = asked.map(
      ({ postKey, placeId }) =>
        [postKeyAt(postKey, placeId), `${names.get(placeId) ?? ''}${titles.get(postKey) ?? postKey}`] as const,
    );
    return new Map(labels);
  },
};

const known = (groupKeys: readonly GroupKey[]): PostAtPlace[] => groupKeys.flatMap((key) => readPostKey(key) ?? []);

const scopeOf = (asked: readonly PostAtPlace[]) => ({
  postKeys: [...new Set(asked.map(({ postKey }) => postKey))],
  placeIds: [...new Set(asked.map(({ placeId }) => placeId))],
});

async function findPeople(tx: ReadAt, ids: readonly number[]): Promise<ReadonlyMap<number, PersonRef>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.getRepository('users').find({ filter: { id: { $in: [...ids] } }, transaction: tx.transaction });
  return new Map(
    rows.map((row: Model) => [
      Number(row.get('id')),
      { id: Number(row.get('id')), name: String(row.get('nickname') || row.get('username')) },
    ]),
  );
}

interface TextSource {
  readonly collection: string;
  readonly key: string;
  readonly field: string;
}

async function texts(
  tx: ReadAt,
  { collection, key, field }: TextSource,
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (values.length === 0) return new Map();
  const filter = { [key]: { $in: [...new Set(values)] } };
  const rows = await tx.db.getRepository(collection).find({ filter, transaction: tx.transaction });
  return new Map(rows.map((row: Model) => [String(row.get(key)), String(row.get(field))]));
}
