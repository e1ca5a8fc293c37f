import { tellPeople, type Tx } from '@wuxin/plugin-bpmn';
import { addStaff } from '../staff';
import type { NoticeRecord, ObjectionRecord, StaffRecord } from '../store';
import { higherDecidersOf } from './ports';
import { DECIDES, isAgainst } from './standing';

interface Subject {
  readonly notice: NoticeRecord;
  readonly objection: ObjectionRecord;
  readonly staff: readonly StaffRecord[];
}

/** What the journal says where the level above had nobody who may decide. */
export type HigherFound = 'raisedHigher' | 'nobodyDecides';

/**
 * An objection that is at the level above always has somebody who may decide on it: where every superior of its notice is objected against, or there is
 * none, people of the nearest place above become superiors of the notice; where there are none either, administrators are told, who name some.
 *
 * @returns undefined: somebody may decide
 */
export async function assureDecider(tx: Tx, { notice, objection, staff }: Subject): Promise<HigherFound | undefined> {
  const mayDecide = (userId: number) => !isAgainst(userId, { notice, objection });
  if (objection.level !== 'township') return undefined;
  if (staff.some(({ userId, post }) => post === DECIDES.township && mayDecide(userId))) return undefined;
  const { id, number, placeId } = objection;
  const places = placeId === null ? [] : await higherDecidersOf(tx.db).above(tx, placeId);
  const found = places.map((people) => people.filter(mayDecide)).find((people) => people.length > 0);
  await addStaff(tx, notice.id, { userIds: found ?? [], post: DECIDES.township });
  await tellPeople(tx, {
    key: `notice.objection:${id}:${found ? found.join() : 'nobody'}:${tx.now}`,
    receivers: found ?? 'administrators',
    // where somebody is named for a post
    url: found ? `/admin/wuxin/objections/${id}` : `/admin/wuxin/notices/${notice.id}`,
    text: found ? 'objection.message.raisedHigher' : 'objection.message.nobodyDecides',
    data: { number, title: notice.title },
  });
  return found ? 'raisedHigher' : 'nobodyDecides';
}
