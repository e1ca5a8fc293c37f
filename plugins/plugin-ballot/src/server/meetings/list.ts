import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingList, MeetingListQuery, MeetingPost, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';
import { meetingPage } from './store';

/** Meetings that the reader staffs or is on the roll of; of administrators who ask for them all. */
export async function listMeetings(tx: Tx, who: Who, query: MeetingListQuery): Promise<MeetingList> {
  const { userId } = who.actor;
  const isAll = query.scope === 'all' && who.isAdministrator;
  const { rows, total } = await meetingPage(tx, isAll ? null : userId, query);
  const meetingIds = rows.map(({ id }) => id);
  const staff = await tables.staff.select(tx, { meetingId: meetingIds, userId });
  const motions = await tables.motions.countBy(tx, ['meetingId', 'status'], { meetingId: meetingIds });
  const titles = new Map((await tables.meetingTypes.select(tx, {})).map(({ key, type }) => [key, type.title]));
  const places = await placeRefs(tx, rows.flatMap(({ placeId }) => placeId ?? [])); // prettier-ignore
  return {
    total,
    mayCreate: who.mayCall,
    rows: rows.map(({ id, number, title, typeKey, placeId, plannedAt, status }) => {
      const own = motions.filter(({ meetingId }) => meetingId === id);
      const count = (some: typeof own) => some.reduce((sum, one) => sum + one.count, 0);
      return {
        id,
        number,
        title,
        typeTitle: titles.get(typeKey) ?? { 'zh-CN': typeKey, 'en-US': typeKey },
        place: placeId === null ? null : (places.get(placeId) ?? null),
        plannedAt,
        status,
        posts: staff.flatMap(({ meetingId, post }): MeetingPost[] => (meetingId === id ? [post] : [])),
        motions: count(own.filter((one) => one.status !== 'withdrawn')),
        decided: count(own.filter((one) => one.status === 'decided')),
      };
    }),
  };
}

export async function placeRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRef>> {
  const places = await placesOf(tx.db).find(tx, [...new Set(ids)]);
  return new Map(places.map(({ id, name }) => [id, { id, name }]));
}
