import { conflict, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import { act } from '../acts';
import type { Who } from '../rights';
import { insertMany, tables, type MotionRecord } from '../store';
import { createMeeting } from './draft';

/** The next meeting after one to which too few came: the same agenda, staff and motions, and its roll to be looked through again. */
export function reconveneMeeting(
  tx: Tx,
  who: Who,
  id: string,
  { plannedAt, venue }: { plannedAt: number; venue?: string },
): Promise<{ id: string }> {
  return act(tx, who, ['ballotMeetings:reconvene', id], async (locked) => {
    const { typeKey, title, placeId, agenda, tokenId, ...before } = locked.meeting;
    // it knows that nothing was decided, and asks for another meeting when it wants one
    if (tokenId !== null) throw conflict('ballot.processReconvenes');
    const staff = locked.staff.map(({ userId, post }) => ({ userId, post }));
    const planned = { typeKey, title, placeId, plannedAt, venue: venue ?? before.venue, agenda: [...agenda], staff };
    const { id: next } = await createMeeting(tx, who.actor, { ...planned, reconvenes: id });
    await copyMotions(tx, id, next);
    await copyRoll(tx, id, next);
    locked.note('reconvened', { meeting: next });
    return { id: next };
  });
}

async function copyMotions(tx: Tx, from: string, to: string): Promise<void> {
  const motions = await tables.motions.select(tx, { meetingId: from, status: 'waiting' });
  const rows = motions.map((motion): MotionRecord => ({ ...motion, id: engineOf(tx.db).newId(), meetingId: to }));
  await tables.motions.insert(tx, rows);
}

async function copyRoll(tx: Tx, from: string, to: string): Promise<void> {
  const roll = await tables.rolls.find(tx, { meetingId: from });
  if (!roll) return;
  const id = engineOf(tx.db).newId();
  const draft = { status: 'draft' as const, hash: null, frozenAt: null, frozenById: null, frozenByName: null };
  await tables.rolls.insert(tx, [{ ...roll, ...draft, id, meetingId: to }]);
  const entries = await tables.rollEntries.select(tx, { rollId: roll.id, isWithdrawn: false }, { order: [['number', 'ASC']] });
  await insertMany(
    tx,
    tables.rollEntries,
    entries.map((entry, index) => ({ ...entry, id: engineOf(tx.db).newId(), rollId: id, number: index + 1, hasSlip: false })),
  );
}
