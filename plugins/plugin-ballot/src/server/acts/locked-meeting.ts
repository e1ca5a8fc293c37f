import { conflict, forbidden, LockedRow, notFound, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingPost } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type JournalRecord, type MeetingRecord, type MotionRecord, type RollRecord, type StaffRecord } from '../store';
import { fits, isFor } from './may';
import { actOf, type ActName } from './table';

/** A meeting whose row is locked until the command ends, with its people and its roll. */
export class LockedMeeting extends LockedRow<MeetingRecord, JournalRecord> {
  private constructor(
    tx: Tx,
    row: MeetingRecord,
    readonly staff: readonly StaffRecord[],
    readonly roll: RollRecord | null,
  ) {
    super(tx, row, { table: tables.meetings, journal });
  }

  /** @throws not found `ballot.meetingNotFound` */
  static async lock(tx: Tx, id: string): Promise<LockedMeeting> {
    const row = await tables.meetings.find(tx, { id }, { forUpdate: true });
    if (!row) throw notFound('ballot.meetingNotFound');
    const staff = await tables.staff.select(tx, { meetingId: id });
    const roll = await tables.rolls.find(tx, { meetingId: id });
    return new LockedMeeting(tx, row, staff, roll ?? null);
  }

  get meeting(): MeetingRecord {
    return this.current;
  }

  postsOf(userId: number): MeetingPost[] {
    return this.staff.flatMap((one) => (one.userId === userId ? [one.post] : []));
  }

  /** Of acts that are for a frozen roll or an open meeting, whose roll is frozen when it opens. */
  get frozenRoll(): RollRecord {
    if (this.roll?.status !== 'frozen') throw new Error('what needs a frozen roll is done before it is frozen');
    return this.roll;
  }

  /** @throws conflict `ballot.rollEmpty` */
  get someRoll(): RollRecord {
    if (!this.roll) throw conflict('ballot.rollEmpty');
    return this.roll;
  }
}

/**
 * One act on a meeting in one transaction: locks its row, checks who may and whether its state lets them, does the work, and
 * notes what was done.
 *
 * @throws `ballot.meetingNotFound`, `ballot.notForYou`, `ballot.notNow`, and what the work throws
 */
export async function act<T>(
  tx: Tx,
  who: Who,
  [name, meetingId]: readonly [ActName, string],
  work: (locked: LockedMeeting) => Promise<T>,
): Promise<T> {
  const locked = await LockedMeeting.lock(tx, meetingId);
  assertMay(name, who, locked);
  const result = await work(locked);
  await locked.save(who.actor);
  return result;
}

/** The same on a motion, which is read once its meeting is locked. */
export async function actOnMotion<T>(
  tx: Tx,
  who: Who,
  [name, motionId]: readonly [ActName, string],
  work: (locked: LockedMeeting, motion: MotionRecord) => Promise<T>,
): Promise<T> {
  const { meetingId } = await motionOf(tx, motionId);
  const locked = await LockedMeeting.lock(tx, meetingId);
  const motion = await motionOf(tx, motionId);
  assertMay(name, who, locked, motion);
  const result = await work(locked, motion);
  await locked.save(who.actor);
  return result;
}

/** A change that another command makes of a meeting, which has asked by itself who may. */
export async function changeMeeting<T>(
  tx: Tx,
  by: ActorOrSystem,
  meetingId: string,
  work: (locked: LockedMeeting) => Promise<T>,
): Promise<T> {
  const locked = await LockedMeeting.lock(tx, meetingId);
  const result = await work(locked);
  await locked.save(by);
  return result;
}

async function motionOf(tx: Tx, id: string): Promise<MotionRecord> {
  const motion = await tables.motions.find(tx, { id });
  if (!motion) throw notFound('ballot.motionNotFound');
  return motion;
}

function assertMay(name: ActName, who: Who, locked: LockedMeeting, motion?: MotionRecord): void {
  const posts = locked.postsOf(who.actor.userId);
  // nobody learns of a meeting in which they have no part
  if (posts.length === 0 && !who.isAdministrator) throw notFound('ballot.meetingNotFound');
  if (!isFor(name, who, posts)) throw forbidden('ballot.notForYou', { posts: [...actOf(name).posts] });
  const { meeting, roll } = locked;
  if (!fits(name, { meeting, roll, motion })) {
    throw conflict('ballot.notNow', { meeting: meeting.status, motion: motion?.status ?? null, roll: roll?.status ?? null });
  }
}
