import { placesOf, type ReadTx, type Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { ObjectionListQuery, ObjectionStatus } from '../../common/api';
import { tables, type ObjectionRecord, type NoticeRecord } from '../store';
import { DECIDES } from './standing';

const PAGE = 20;
const OPEN: readonly ObjectionStatus[] = ['received', 'accepted', 'hearing', 'answered', 'appealed'];

/** How many objections to a notice are not closed: while there is one, its matter does not go on. */
export const openObjections = (tx: Tx, noticeId: string): Promise<number> =>
  tables.objections.count(tx, { noticeId, status: [...OPEN] });

interface Reader {
  readonly userId: number;
  /** Otherwise only what they staff. */
  readonly seesAll: boolean;
}

/** Newest first; what waits for the reader, the one that is due first. */
export async function objectionPage(
  tx: Tx,
  { userId, seesAll }: Reader,
  query: ObjectionListQuery,
): Promise<{ readonly rows: readonly ObjectionRecord[]; readonly total: number }> {
  const { page = 1, pageSize = PAGE } = query;
  const scope = seesAll ? [] : [{ noticeId: tables.staff.among(tx.db, 'noticeId', { userId }) }];
  const waiting = query.isWaiting ? waitingFor(tx, userId) : [];
  const where = { [Op.and]: [...scope, ...waiting, ...(await conditionsOf(tx, query))] };
  const order: [string, 'ASC' | 'DESC'][] = query.isWaiting ? DUE_FIRST : NEWEST_FIRST;
  const rows = await tables.objections.select(tx, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  return { rows, total: await tables.objections.count(tx, where) };
}

const NEWEST_FIRST: [string, 'DESC'][] = [['receivedAt', 'DESC'], ['id', 'DESC']]; // prettier-ignore
const DUE_FIRST: [string, 'ASC'][] = [['dueAt', 'ASC'], ['id', 'ASC']]; // prettier-ignore
const WAITING: readonly ObjectionStatus[] = ['received', 'accepted', 'hearing', 'appealed'];

/** The rows on which `standingOf` says that somebody decides, while the next thing is theirs. */
function waitingFor(tx: Tx, userId: number): WhereOptions[] {
  const own = { [Op.or]: [{ createdById: userId }, { approvedById: userId }] };
  const decidesAs = (level: keyof typeof DECIDES) => ({
    level,
    noticeId: tables.staff.among(tx.db, 'noticeId', { userId, post: DECIDES[level] }),
  });
  return [
    { status: [...WAITING] },
    { [Op.or]: [{ againstUserId: null }, { againstUserId: { [Op.ne]: userId } }] },
    { [Op.or]: [decidesAs('community'), decidesAs('township')] },
    { [Op.not]: { noticeId: tables.notices.among(tx.db, 'id', own) } },
  ];
}

/** The newest that take objections; null: all, otherwise of those that this person staffs. None that they wrote or approved. */
export function takingNotices(tx: Tx, userId: number, { isAll, search }: { readonly isAll: boolean; readonly search: string }) {
  const texts = (['title', 'number'] as const).map((name) => tables.notices.containing(tx.db, name, search));
  const where = {
    takesObjections: true,
    // what has ended takes only what is entered late: nobody is offered it who does not look for it
    status: ['posting', 'running', ...(search === '' ? [] : ['ended'])],
    [Op.and]: [
      { [Op.or]: [{ createdById: null }, { createdById: { [Op.ne]: userId } }] },
      { [Op.or]: [{ approvedById: null }, { approvedById: { [Op.ne]: userId } }] },
      ...(isAll ? [] : [{ id: tables.staff.among(tx.db, 'noticeId', { userId }) }]),
      ...(search === '' ? [] : [{ [Op.or]: texts }]),
    ],
  };
  const columns = ['id', 'number', 'title', 'endsOn'] as const satisfies readonly (keyof NoticeRecord)[];
  return tables.notices.selectColumns(tx, columns, where, { order: [['createdAt', 'DESC'], ['id', 'DESC']], limit: PAGE }); // prettier-ignore
}

async function conditionsOf(
  tx: Tx,
  { noticeId, placeId, status = [], level, isOverdue, search = '' }: ObjectionListQuery,
): Promise<WhereOptions[]> {
  const found = search.trim();
  return [
    ...(noticeId === undefined ? [] : [{ noticeId }]),
    ...(placeId === undefined ? [] : [{ placeId: await placesOf(tx.db).idsWithin(tx, placeId) }]),
    ...(status.length === 0 ? [] : [{ status: [...status] }]),
    ...(level === undefined ? [] : [{ level }]),
    ...(isOverdue ? [{ dueAt: { [Op.lte]: tx.now } }] : []),
    ...(found === '' ? [] : [tables.objections.containing(tx.db, 'number', found)]),
  ];
}

/** Ids of those that ended and say nothing to whoever objected. */
export async function endedWithoutAnswer(tx: ReadTx): Promise<string[]> {
  const where = { status: ['closed', 'refused'], [Op.or]: [{ answer: null }, { answer: '' }, { closedAt: null }] };
  return (await tables.objections.selectColumns(tx, ['id'], where)).map(({ id }) => id);
}

/** Ids of those that were erased and still tell who objected. */
export async function erasedAndTelling(tx: ReadTx): Promise<string[]> {
  const told = ['objectorName', 'contact', 'note', 'lateReason'].map((name) => ({ [name]: { [Op.ne]: null } }));
  const where = { erasedAt: { [Op.ne]: null }, [Op.or]: told };
  return (await tables.objections.selectColumns(tx, ['id'], where)).map(({ id }) => id);
}
