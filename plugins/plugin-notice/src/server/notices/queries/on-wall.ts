import { localDateOf, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { OnWallList, OnWallQuery } from '../../../common/api';
import { ON_THE_WALL, wallOf } from '../../publication';
import type { Who } from '../../rights';
import { tables } from '../../store';

const COLUMNS = ['id', 'number', 'title', 'kindKey', 'form', 'placeId', 'status', 'startsOn', 'endsOn', 'wallToken'] as const;
const ASKING = { status: ['open'] };

/**
 * What hangs on the wall, for every signed-in reader: nothing that the wall does not show to everybody. Ids are for whoever has a part in a
 * notice, and administrators. As many statements however many there are.
 */
export async function noticesOnWall(tx: Tx, who: Who, query: OnWallQuery): Promise<OnWallList> {
  const { page = 1, pageSize = 20 } = query;
  const where = await whereOf(tx, query);
  const order: [string, 'DESC'][] = [['createdAt', 'DESC'], ['id', 'DESC']]; // prettier-ignore
  const found = await tables.notices.selectColumns(tx, COLUMNS, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  const total = await tables.notices.count(tx, where);
  const noticeId = found.map(({ id }) => id);
  const staffed = await tables.staff.select(tx, { noticeId, userId: who.actor.userId });
  const collections = await tables.collections.select(tx, { noticeId, ...ASKING });
  const titles = new Map((await tables.kinds.select(tx, {})).map(({ key, kind }) => [key, kind.title]));
  const placeIds = [...new Set(found.flatMap(({ placeId }) => placeId ?? []))];
  const places = new Map((await placesOf(tx.db).find(tx, placeIds)).map(({ id, name }) => [id, { id, name }]));
  const rows = found.map(({ id, kindKey, placeId, wallToken, ...row }) => {
    const hasPart = who.isAdministrator || staffed.some((staff) => staff.noticeId === id);
    const asks = collections.find((collection) => collection.noticeId === id);
    return {
      ...row,
      id: hasPart ? id : null,
      kindTitle: titles.get(kindKey) ?? { 'zh-CN': kindKey, 'en-US': kindKey },
      place: placeId === null ? null : (places.get(placeId) ?? null),
      wallPath: wallOf(tx.db).pathOf(wallToken ?? ''),
      asks: asks ? { id: hasPart ? asks.id : null, title: asks.title, closesOn: asks.closesOn } : null,
    };
  });
  return { rows, total, today: localDateOf(tx.now) };
}

/** At a place hangs what is for it or a place below it, and what is for all places. */
async function whereOf(tx: Tx, { placeId, only }: OnWallQuery): Promise<WhereOptions> {
  const conditions: WhereOptions[] = [
    { status: [...ON_THE_WALL], takenDownAt: null, wallToken: { [Op.ne]: null } },
    ...(placeId === undefined
      ? []
      : [{ [Op.or]: [{ placeId: await placesOf(tx.db).idsWithin(tx, placeId) }, { placeId: null }] }]),
    ...(only === 'running' ? [{ status: ['posting', 'running'] }] : []),
    ...(only === 'asking' ? [{ id: tables.collections.among(tx.db, 'noticeId', ASKING) }] : []),
  ];
  return { [Op.and]: conditions };
}
