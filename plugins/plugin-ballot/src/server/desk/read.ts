import type { MeetingType, Rule } from '@wuxin/ballot-core';
import { notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingPost } from '../../common/api';
import { firstReady, meetingTypeOf, rulesOf } from '../rules';
import type { Who } from '../rights';
import { tables, type MeetingRecord, type RollRecord, type StaffRecord } from '../store';

/** A meeting with what the reader is in it. */
export interface ReadMeeting {
  readonly meeting: MeetingRecord;
  readonly staff: readonly StaffRecord[];
  readonly posts: readonly MeetingPost[];
  readonly roll: RollRecord | null;
}

/**
 * For everybody who has a part in a meeting: its staff, who is on its roll, and administrators.
 *
 * @throws not found `ballot.meetingNotFound`
 */
export async function readMeeting(tx: Tx, { actor, isAdministrator }: Who, id: string): Promise<ReadMeeting> {
  const meeting = await tables.meetings.find(tx, { id });
  if (!meeting) throw notFound('ballot.meetingNotFound');
  const staff = await tables.staff.select(tx, { meetingId: id });
  const roll = (await tables.rolls.find(tx, { meetingId: id })) ?? null;
  const posts = staff.flatMap(({ userId, post }) => (userId === actor.userId ? [post] : []));
  const isOnRoll = async () => roll?.status === 'frozen' && (await isEntered(tx, roll.id, actor.userId));
  if (!isAdministrator && posts.length === 0 && !(await isOnRoll())) throw notFound('ballot.meetingNotFound');
  return { meeting, staff, posts, roll };
}

/** The same for its staff and administrators only. */
export async function readAsStaff(tx: Tx, who: Who, id: string): Promise<ReadMeeting> {
  const read = await readMeeting(tx, who, id);
  if (!who.isAdministrator && read.posts.length === 0) throw notFound('ballot.meetingNotFound');
  return read;
}

const isEntered = async (tx: Tx, rollId: string, userId: number): Promise<boolean> =>
  (await tables.rollEntries.count(tx, { rollId, userId, isWithdrawn: false })) > 0;

/** By which rules a meeting decides; the ordinary one is the first whose numbers may be used. */
export async function rulesOfMeeting(
  tx: Tx,
  { typeKey }: MeetingRecord,
): Promise<{ readonly type: MeetingType; readonly rules: ReadonlyMap<string, Rule>; readonly ordinary: Rule | null }> {
  const type = await meetingTypeOf(tx, typeKey);
  const rules = await rulesOf(tx, type.rules);
  return { type, rules, ordinary: firstReady(type, rules) };
}
