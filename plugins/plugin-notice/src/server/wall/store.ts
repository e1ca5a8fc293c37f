import type { ListEntry, Scope, WallPlan, WallSource } from '@wuxin/notice-wall';
import type { Tx } from '@wuxin/plugin-bpmn';
import { Op } from 'sequelize';
import { tables, type WallEntryRecord, type WallListRecord, type WallRecord } from '../store';

const THE_WALL = 'wall';
const FRESH: WallRecord = { id: THE_WALL, settings: null, rebuild: null, writtenDigest: null, revision: 0, lockedAt: 0 };
/** Notices that are read at a time. */
const BATCH = 500;

/** The wall as it stands, for whoever changes nothing. */
export const readWall = async (tx: Tx): Promise<WallRecord> => (await tables.wall.find(tx, { id: THE_WALL })) ?? FRESH;

/** Holds the wall until the transaction ends: one change, or one writer of its folder, at a time. */
export async function lockWall(tx: Tx): Promise<WallRecord> {
  const held = await tables.wall.update(tx, { id: THE_WALL }, { lockedAt: tx.now });
  if (held === 0) await tables.wall.insert(tx, [{ ...FRESH, lockedAt: tx.now }]);
  return readWall(tx);
}

export const changeWallRow = (tx: Tx, changes: Partial<WallRecord>): Promise<number> =>
  tables.wall.update(tx, { id: THE_WALL }, changes);

const entryOf = ({ list, sequence, page, notice }: WallEntryRecord): ListEntry => ({ list, sequence, page, notice });
const entryId = ({ list, sequence }: Pick<ListEntry, 'list' | 'sequence'>): string => `${list}#${sequence}`;
const rowOf = (entry: ListEntry): WallEntryRecord => ({ ...entry, id: entryId(entry), noticeId: entry.notice.id });

/** The lists of the wall as tables keep them. */
export function wallSource(tx: Tx): WallSource {
  return {
    lastSequence: async (list) => (await tables.wallLists.find(tx, { key: list }))?.last ?? 0,
    entriesOfPage: async (list, page) =>
      (await tables.wallEntries.select(tx, { list, page }, { order: [['sequence', 'ASC']] })).map(entryOf),
    async nearestPage(list, from, direction) {
      const isOlder = direction === 'older';
      const where = { list, page: { [isOlder ? Op.lt : Op.gt]: from } };
      const order: [string, 'DESC' | 'ASC'][] = [['page', isOlder ? 'DESC' : 'ASC']]; // prettier-ignore
      const [found] = await tables.wallEntries.selectColumns(tx, ['page'], where, { order, limit: 1 });
      return found?.page ?? null;
    },
    entriesOfNotice: async (noticeId) =>
      (await tables.wallEntries.select(tx, { noticeId }, { order: [['list', 'ASC']] })).map(entryOf),
    place: async (id) => (await tables.wallPlaces.find(tx, { id })) ?? null,
    places: () => tables.wallPlaces.select(tx, {}, { order: [['id', 'ASC']] }),
    months: (scope) => monthsOf(tx, scope),
    noticeState: async (noticeId) => (await tables.wallStates.find(tx, { noticeId }))?.state ?? null,
    async *noticeIds() {
      for (let ids = await noticeIdsAfter(tx, '', BATCH); ids.length > 0; ids = await noticeIdsAfter(tx, ids.at(-1) ?? '', BATCH))
        yield* ids;
    },
  };
}

export async function noticeIdsAfter(tx: Tx, after: string, limit: number): Promise<string[]> {
  const where = tables.wallStates.after('noticeId', after);
  const rows = await tables.wallStates.selectColumns(tx, ['noticeId'], where, { order: [['noticeId', 'ASC']], limit });
  return rows.map(({ noticeId }) => noticeId);
}

async function monthsOf(tx: Tx, scope: Scope): Promise<string[]> {
  const where = { scope, month: { [Op.ne]: null }, held: { [Op.gt]: 0 } };
  const rows = await tables.wallLists.selectColumns(tx, ['month'], where, { order: [['month', 'DESC']] });
  return rows.flatMap(({ month }) => month ?? []);
}

export const countOfNotices = (tx: Tx): Promise<number> => tables.wallStates.count(tx, {});

/** Where a list was read up to. */
export interface ListCursor {
  readonly list: string;
  readonly sequence: number;
}

/** The next entries of all lists, list by list. */
export function entriesAfter(
  tx: Tx,
  { list, sequence }: ListCursor,
  limit: number,
): Promise<Pick<WallEntryRecord, 'list' | 'sequence' | 'page'>[]> {
  const where = { [Op.or]: [{ list: { [Op.gt]: list } }, { list, sequence: { [Op.gt]: sequence } }] };
  const order: [string, 'ASC'][] = [['list', 'ASC'], ['sequence', 'ASC']]; // prettier-ignore
  return tables.wallEntries.selectColumns(tx, ['list', 'sequence', 'page'], where, { order, limit });
}

/** The newest notices that hang, newest first. */
export async function newestNotices(tx: Tx, limit: number): Promise<ListEntry['notice'][]> {
  const rows = await tables.wallEntries.selectColumns(tx, ['notice'], { list: 'all' }, { order: [['sequence', 'DESC']], limit });
  return rows.map(({ notice }) => notice);
}

/** Part of the transaction that has locked the wall. */
export async function saveWall(tx: Tx, wall: WallRecord, { lists, states }: Pick<WallPlan, 'lists' | 'states'>): Promise<void> {
  const gone = [...lists.removed, ...lists.replaced].map(entryId);
  if (gone.length > 0) await tables.wallEntries.delete(tx, { id: gone });
  await tables.wallEntries.insert(tx, [...lists.added, ...lists.replaced].map(rowOf));
  await countLists(tx, lists);
  if (lists.place) {
    await tables.wallPlaces.delete(tx, { id: lists.place.id });
    await tables.wallPlaces.insert(tx, [lists.place]);
  }
  const named = states.map((state) => ({ noticeId: state.status === 'published' ? state.notice.id : state.summary.id, state }));
  await tables.wallStates.delete(tx, { noticeId: named.map(({ noticeId }) => noticeId) });
  await tables.wallStates.insert(tx, named);
  await changeWallRow(tx, { revision: wall.revision + 1 });
}

async function countLists(tx: Tx, { added, removed }: WallPlan['lists']): Promise<void> {
  const keys = [...new Set([...added, ...removed].map(({ list }) => list))];
  if (keys.length === 0) return;
  const known = new Map((await tables.wallLists.select(tx, { key: keys })).map((row) => [row.key, row]));
  const rows = keys.map((key): WallListRecord => {
    const before = known.get(key) ?? { key, ...partsOf(key), last: 0, held: 0 };
    const come = added.filter(({ list }) => list === key);
    const left = removed.filter(({ list }) => list === key);
    const last = Math.max(before.last, ...come.map(({ sequence }) => sequence));
    return { ...before, last, held: before.held + come.length - left.length };
  });
  await tables.wallLists.delete(tx, { key: keys });
  await tables.wallLists.insert(tx, rows);
}

/** `c/PLACE/2026-11` is the month of the scope `c/PLACE`. */
function partsOf(key: string): Pick<WallListRecord, 'scope' | 'month'> {
  const month = /\/(\d{4}-\d{2})$/.exec(key)?.[1] ?? null;
  return { scope: month === null ? key : key.slice(0, -month.length - 1), month };
}
