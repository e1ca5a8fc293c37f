import type { Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { NoticeListQuery, NoticePost, NoticeStatus } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';

/** Whose turn it is while a notice has a status. */
const TURNS: readonly { readonly post: NoticePost; readonly statuses: readonly NoticeStatus[] }[] = [
  { post: 'drafter', statuses: ['draft'] },
  { post: 'approver', statuses: ['submitted'] },
  { post: 'poster', statuses: ['approved', 'posting'] },
];

function waitingFor({ db }: Tx, { actor: { userId } }: Who): WhereOptions {
  const turns = TURNS.map(({ post, statuses }) => ({
    status: [...statuses],
    id: tables.staff.among(db, 'noticeId', { userId, post }),
  }));
  return { [Op.or]: turns };
}

/** Which notices somebody is shown who asks for these. */
export function listedWhere(
  tx: Tx,
  who: Who,
  { scope, status = [], kindKey, placeId, search = '' }: NoticeListQuery,
): WhereOptions {
  const { db } = tx;
  const isAll = scope === 'all' && who.isAdministrator;
  const found = search.trim();
  const conditions: WhereOptions[] = [
    ...(isAll ? [] : [{ id: tables.staff.among(db, 'noticeId', { userId: who.actor.userId }) }]),
    ...(scope === 'waiting' ? [waitingFor(tx, who)] : []),
    ...(status.length > 0 ? [{ status: [...status] }] : []),
    ...(kindKey === undefined ? [] : [{ kindKey }]),
    ...(placeId === undefined ? [] : [{ placeId }]),
    ...(found === ''
      ? []
      : [{ [Op.or]: (['title', 'number'] as const).map((column) => tables.notices.containing(db, column, found)) }]),
  ];
  return { [Op.and]: conditions };
}
