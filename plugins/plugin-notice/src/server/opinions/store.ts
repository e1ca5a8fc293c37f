import type { Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { CollectionListQuery } from '../../common/api';
import { tables, type CollectionRecord } from '../store';

const PAGE = 20;

/** Newest first; null: all, otherwise those whose announcement this person staffs. */
export async function collectionPage(
  tx: Tx,
  staffedBy: number | null,
  { noticeId, status = [], search = '', page = 1, pageSize = PAGE }: CollectionListQuery,
): Promise<{ readonly rows: readonly CollectionRecord[]; readonly total: number }> {
  const found = search.trim();
  const texts = (['title', 'number'] as const).map((name) => tables.collections.containing(tx.db, name, found));
  const conditions: WhereOptions[] = [
    ...(staffedBy === null ? [] : [{ noticeId: tables.staff.among(tx.db, 'noticeId', { userId: staffedBy }) }]),
    ...(noticeId === undefined ? [] : [{ noticeId }]),
    ...(status.length === 0 ? [] : [{ status: [...status] }]),
    ...(found === '' ? [] : [{ [Op.or]: texts }]),
  ];
  const where = { [Op.and]: conditions };
  const order: [string, 'DESC'][] = [['createdAt', 'DESC'], ['id', 'DESC']]; // prettier-ignore
  const rows = await tables.collections.select(tx, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  return { rows, total: await tables.collections.count(tx, where) };
}
