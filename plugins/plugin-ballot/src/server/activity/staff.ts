import { holdersOf, type ActivityContext } from '@wuxin/plugin-bpmn';
import type { MeetingBody } from '../../common/api';
import type { AskedMeeting } from './asked';

const TELLERS = 2;

/** Whoever holds the posts (or has the roles) at the place of the case now. Of tellers the first two: the chair names others. */
export async function staffOf(context: ActivityContext, posts: AskedMeeting['posts']): Promise<MeetingBody['staff']> {
  const staff: MeetingBody['staff'] = [];
  for (const { post, names } of posts) {
    const people = await holdersOf(context, names);
    const counted = post === 'teller' ? people.slice(0, TELLERS) : people;
    staff.push(...counted.map((userId) => ({ userId, post })));
  }
  return staff;
}
