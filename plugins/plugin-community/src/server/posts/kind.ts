import type { AssigneeKind, GroupKey, PersonRef, ReadAt } from '../ports';
import { findRows, text, type Row } from '../rows';
import { heldPosts } from './held';
import { POST_PREFIX, postKeyAt, readPostKey, type PostAtPlace } from './keys';
import { placeWithPost } from './near';

/** `communitySecretary`: who holds this post at the place of the case, or at the nearest place above it that has it. */
export const post: AssigneeKind = {
  kind: 'post',
  prefixes: [POST_PREFIX],
  isPlaceBound: true,
  title: { 'zh-CN': '岗位', 'en-US': 'Post' },

  async choices(tx, locale) {
    const rows = await findRows(tx, 'posts', { sort: ['level', 'key'] });
    return rows.map((row) => {
      const key = text(row, 'key');
      return { value: key, label: label(locale, undefined, titleOf(row, key)) };
    });
  },

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

  async labelsOf(tx, groupKeys, locale) {
    const asked = known(groupKeys);
    const posts = await rowsBy(
      tx,
      { collection: 'posts', key: 'key' },
      asked.map(({ postKey }) => postKey),
    );
    const places = await rowsBy(
      tx,
      { collection: 'places', key: 'id' },
      asked.map(({ placeId }) => placeId),
    );
    const labels = asked.map(({ postKey, placeId }) => {
      const place = places.get(placeId);
      return [
        postKeyAt(postKey, placeId),
        label(locale, place && text(place, 'name'), titleOf(posts.get(postKey), postKey)),
      ] as const;
    });
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
  const rows = await findRows(tx, 'users', { filter: { id: { $in: [...ids] } } });
  return new Map(rows.map(toPerson).map((person) => [person.id, person]));
}

const toPerson = (row: Row): PersonRef => ({ id: Number(row.get('id')), name: text(row, 'nickname') || text(row, 'username') });

interface Titles {
  readonly zh: string;
  readonly en: string;
}

/** A post that administrators made may have one title only. */
function titleOf(post: Row | undefined, postKey: string): Titles {
  const zh = (post && text(post, 'title')) || postKey;
  return { zh, en: (post && text(post, 'titleEn')) || zh };
}

/** 安岭社区党组织书记; Secretary of the Party organisation, 安岭社区 */
function label(locale: 'zh-CN' | 'en-US', place: string | undefined, { zh, en }: Titles): string {
  if (locale === 'en-US') return place ? `${en}, ${place}` : en;
  return joined(place ?? '', zh);
}

/** 安岭社区 and 社区党组织书记 share a word that is said once. */
function joined(place: string, title: string): string {
  const shared = [...title].map((_, index) => title.slice(0, index + 1)).findLast((start) => place.endsWith(start)) ?? '';
  return `${place}${title.slice(shared.length)}`;
}

interface RowSource {
  readonly collection: string;
  readonly key: string;
}

async function rowsBy(tx: ReadAt, { collection, key }: RowSource, values: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  if (values.length === 0) return new Map();
  const rows = await findRows(tx, collection, { filter: { [key]: { $in: [...new Set(values)] } } });
  return new Map(rows.map((row) => [text(row, key), row]));
}
