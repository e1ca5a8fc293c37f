import { conflict, lockCase, SYSTEM, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import { act, changeMeeting, type LockedMeeting } from '../acts';
import { everybodyLeaves } from '../attendance';
import { discard } from '../box';
import type { Who } from '../rights';
import { tables, type MeetingRecord } from '../store';
import { meetingEnded } from './ended';
import { isUnderWay, motionsIn } from './motions-in';
import { reasonIn } from './reason';

/** Ends a meeting; every motion that it was called for is decided or withdrawn. */
export function closeMeeting(tx: Tx, who: Who, id: string, minutes: string): Promise<void> {
  return ending(tx, who, ['ballotMeetings:close', id], async (locked) => {
    const motions = await motionsIn(tx, id);
    if (motions.some(isUnderWay)) throw conflict('ballot.voteUnderWay');
    const waiting = motions.filter(({ status }) => status === 'waiting');
    if (waiting.length > 0) throw conflict('ballot.motionsWaiting', { count: waiting.length });
    locked.note('closed', { motions: motions.length });
    await end(tx, locked, who.actor, { status: 'closed', minutes });
    await tell(tx, locked, who);
  });
}

/** Too few came, or it was called off: it may be called again, and nothing that it could have decided was. */
export function notHeld(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return ending(tx, who, ['ballotMeetings:notHeld', id], async (locked) => {
    const motions = await motionsIn(tx, id);
    if (motions.some(({ status }) => status === 'decided' || status === 'void')) throw conflict('ballot.heldAlready');
    if (motions.some(isUnderWay)) throw conflict('ballot.voteUnderWay');
    locked.note('notHeld', { reason: reasonIn(reason) });
    await end(tx, locked, who.actor, { status: 'notHeld' });
    await tell(tx, locked, who);
  });
}

/** While it is being prepared. */
export function cancelDraft(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return ending(tx, who, ['ballotMeetings:cancel', id], async (locked) => {
    locked.note('cancelled', { reason: reasonIn(reason) });
    await end(tx, locked, who.actor, { status: 'cancelled' });
    await tell(tx, locked, who);
  });
}

/**
 * Part of a command that no longer needs a meeting, whatever it is at: votes that are under way are void, and nobody is told, since whoever waited
 * does this. One that has ended stays as it is.
 */
export async function cancelMeeting(tx: Tx, by: ActorOrSystem, { id, reason }: { id: string; reason: string }): Promise<void> {
  await changeMeeting(tx, by, id, async (locked) => {
    const { status } = locked.meeting;
    if (status === 'closed' || status === 'notHeld' || status === 'cancelled') return;
    for (const motion of (await motionsIn(tx, id)).filter(isUnderWay)) {
      await discard(tx, motion);
      await tables.motions.update(tx, { id: motion.id }, { status: 'void', closedAt: tx.now });
    }
    await tables.motions.update(tx, { meetingId: id, status: 'waiting' }, { status: 'withdrawn' });
    locked.note('cancelled', { reason });
    await end(tx, locked, by, { status: status === 'draft' ? 'cancelled' : 'notHeld' });
  });
}

/** An act by which a meeting ends. The case that waits for it is locked before it, as it is where a case is cancelled. */
async function ending(
  tx: Tx,
  who: Who,
  named: Parameters<typeof act>[2],
  work: (locked: LockedMeeting) => Promise<void>,
): Promise<void> {
  const asked = await tables.meetings.find(tx, { id: named[1] });
  if (asked && asked.instanceId !== null) await lockCase(tx, asked.instanceId);
  await act(tx, who, named, work);
}

async function end(tx: Tx, locked: LockedMeeting, by: ActorOrSystem, changes: Partial<MeetingRecord>): Promise<void> {
  await everybodyLeaves(tx, locked, by === SYSTEM ? null : by.userId);
  locked.change({ ...changes, closedAt: tx.now });
}

async function tell(tx: Tx, { meeting }: LockedMeeting, { actor }: Who): Promise<void> {
  await meetingEnded(tx.db).tell(tx, { meeting, motions: await motionsIn(tx, meeting.id), by: actor });
}
