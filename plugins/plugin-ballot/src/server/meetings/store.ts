import type { ReadTx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { MeetingListQuery } from '../../common/api';
import { tables, type MeetingRecord } from '../store';

export interface Listed {
  readonly rows: readonly MeetingRecord[];
  readonly total: number;
}

/** Null: all meetings. */
export async function meetingPage(
  tx: ReadTx,
  userId: number | null,
  { status, search = '', page = 1, pageSize = 20 }: MeetingListQuery,
): Promise<Listed> {
  const found = search.trim();
  const conditions: WhereOptions[] = [
    ...(userId === null ? [] : [takingPart(tx, userId)]),
    ...(status && status.length > 0 ? [{ status: [...status] }] : []),
    ...(found === '' ? [] : [{ [Op.or]: ['title', 'number'].map((column) => tables.meetings.containing(tx.db, column as 'title' | 'number', found)) }]), // prettier-ignore
  ];
  const where = { [Op.and]: conditions };
  const order: [string, 'DESC'][] = [
    ['plannedAt', 'DESC'],
    ['id', 'DESC'],
  ];
  const rows = await tables.meetings.select(tx, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  return { rows, total: await tables.meetings.count(tx, where) };
}

/** Meetings that somebody staffs, or on whose frozen roll they are. */
function takingPart({ db }: ReadTx, userId: number): WhereOptions {
  const rollIds = tables.rollEntries.among(db, 'rollId', { userId, isWithdrawn: false });
  return {
    [Op.or]: [
      { id: tables.staff.among(db, 'meetingId', { userId }) },
      { id: tables.rolls.among(db, 'meetingId', { id: rollIds, status: 'frozen' }) },
    ],
  };
}
