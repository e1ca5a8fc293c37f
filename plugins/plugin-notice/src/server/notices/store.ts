import type { Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { NoticeListQuery } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';

/** Which notices somebody is shown who asks for these. */
export function listedWhere(
  { db }: Tx,
  who: Who,
  { scope, status = [], kindKey, placeId, search = '' }: NoticeListQuery,
): WhereOptions {
  const isAll = scope === 'all' && who.isAdministrator;
  const found = search.trim();
  const conditions: WhereOptions[] = [
    ...(isAll ? [] : [{ id: tables.staff.among(db, 'noticeId', { userId: who.actor.userId }) }]),
    ...(status.length > 0 ? [{ status: [...status] }] : []),
    ...(kindKey === undefined ? [] : [{ kindKey }]),
    ...(placeId === undefined ? [] : [{ placeId }]),
    ...(found === ''
      ? []
      : [{ [Op.or]: (['title', 'number'] as const).map((column) => tables.notices.containing(db, column, found)) }]),
  ];
  return { [Op.and]: conditions };
}
