import type { ReadTx, Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { ObjectionListQuery, ObjectionStatus } from '../../common/api';
import { tables, type ObjectionRecord } from '../store';

const PAGE = 20;
const OPEN: readonly ObjectionStatus[] = ['received', 'accepted', 'hearing', 'answered', 'appealed'];

/** How many objections to a notice are not closed: while there is one, its matter does not go on. */
export const openObjections = (tx: Tx, noticeId: string): Promise<number> =>
  tables.objections.count(tx, { noticeId, status: [...OPEN] });

/** Newest first; null: of all notices, otherwise of those that this person staffs. */
export async function objectionPage(
  tx: Tx,
  staffedBy: number | null,
  query: ObjectionListQuery,
): Promise<{ readonly rows: readonly ObjectionRecord[]; readonly total: number }> {
  const { page = 1, pageSize = PAGE } = query;
  const scope = staffedBy === null ? [] : [{ noticeId: tables.staff.among(tx.db, 'noticeId', { userId: staffedBy }) }];
  const where = { [Op.and]: [...scope, ...conditionsOf(tx, query)] };
  const order: [string, 'DESC'][] = [['receivedAt', 'DESC'], ['id', 'DESC']]; // prettier-ignore
  const rows = await tables.objections.select(tx, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  return { rows, total: await tables.objections.count(tx, where) };
}

function conditionsOf(tx: Tx, { noticeId, placeId, status = [], isOverdue, search = '' }: ObjectionListQuery): WhereOptions[] {
  const found = search.trim();
  return [
    ...(noticeId === undefined ? [] : [{ noticeId }]),
    ...(placeId === undefined ? [] : [{ placeId }]),
    ...(status.length === 0 ? [] : [{ status: [...status] }]),
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
  const told = ['objectorName', 'contact', 'note'].map((name) => ({ [name]: { [Op.ne]: null } }));
  const where = { erasedAt: { [Op.ne]: null }, [Op.or]: told };
  return (await tables.objections.selectColumns(tx, ['id'], where)).map(({ id }) => id);
}
