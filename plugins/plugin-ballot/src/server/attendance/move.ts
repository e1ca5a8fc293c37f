import { badInput, conflict, engineOf, forbidden, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { ArrivalMeans, MovementBody } from '../../common/api';
import { act, LockedMeeting } from '../acts';
import type { Who } from '../rights';
import { insertMany, tables, type MovementRecord } from '../store';
import { movementsOf, presentIn } from './presence';
import { lastClosedAt } from './store';
import { assertTicket } from './ticket';

/** A clock that runs a little ahead of ours. */
const TOLERANCE_MS = 60_000;

/** Called out by a clerk, or entered from the signed sheet with the time on it. Who is there already is not written down again. */
export function arrive(tx: Tx, who: Who, meetingId: string, { entryIds, means = 'clerk', at }: MovementBody): Promise<void> {
  return act(tx, who, ['ballotAttendance:arrive', meetingId], async (locked) => {
    if (means === 'qr') throw badInput('ballot.meansInvalid');
    if (at !== undefined && means !== 'paper') throw badInput('ballot.timeOnlyOnPaper');
    await move(tx, locked, { kind: 'arrived', entryIds, means, at, by: who.actor.userId });
  });
}

export function leave(tx: Tx, who: Who, meetingId: string, { entryIds, at }: MovementBody): Promise<void> {
  return act(tx, who, ['ballotAttendance:leave', meetingId], async (locked) => {
    const means = at === undefined ? 'clerk' : 'paper';
    await move(tx, locked, { kind: 'left', entryIds, means, at, by: who.actor.userId });
  });
}

/** By the own account, from the code on the wall: whoever is on the roll. */
export async function signIn(tx: Tx, { actor }: Who, meetingId: string, ticket: string): Promise<void> {
  const locked = await LockedMeeting.lock(tx, meetingId);
  const { roll } = locked;
  const isFrozen = roll?.status === 'frozen';
  const entries = isFrozen ? await tables.rollEntries.select(tx, { rollId: roll.id, userId: actor.userId }) : [];
  const own = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  // whoever is not on the roll has no part in it, whatever code they saw
  if (own.length === 0) throw notFound('ballot.notOnRoll');
  if (!['convened', 'open', 'adjourned'].includes(locked.meeting.status)) throw conflict('ballot.signInClosed');
  assertTicket(meetingId, ticket, tx.now);
  const entryIds = own.map(({ id }) => id);
  await move(tx, locked, { kind: 'arrived', entryIds, means: 'qr', by: actor.userId });
  await locked.save(actor);
}

/** Part of the command that ends a sitting: everybody goes. */
export async function everybodyLeaves(tx: Tx, locked: LockedMeeting, by: number | null): Promise<void> {
  const at = await timeOf(tx, locked, undefined);
  const present = [...presentIn(await movementsOf(tx, locked.meeting.id), at)];
  await insert(tx, locked, { kind: 'left', entryIds: present, means: 'clerk', by }, at);
}

interface Move {
  readonly kind: MovementRecord['kind'];
  readonly entryIds: readonly string[];
  readonly means: ArrivalMeans;
  /** On the signed sheet. */
  readonly at?: number;
  readonly by: number | null;
}

async function move(tx: Tx, locked: LockedMeeting, asked: Move): Promise<void> {
  const rollId = locked.frozenRoll.id;
  const known = await tables.rollEntries.select(tx, { rollId, id: [...asked.entryIds], isWithdrawn: false });
  if (known.length < new Set(asked.entryIds).size) throw forbidden('ballot.notOnThisRoll');
  const at = await timeOf(tx, locked, asked.at);
  const movements = await movementsOf(tx, locked.meeting.id);
  const present = presentIn(movements, at);
  const entryIds = [...new Set(asked.entryIds)].filter((id) => present.has(id) !== (asked.kind === 'arrived'));
  if (entryIds.length === 0) return;
  await insert(tx, locked, { ...asked, entryIds }, at);
  locked.note(asked.kind, { count: entryIds.length, means: asked.means, at });
}

/** Behind the last vote that was decided: who was there at its end stays as it is. */
async function timeOf(tx: Tx, { meeting }: LockedMeeting, given: number | undefined): Promise<number> {
  const closed = (await lastClosedAt(tx, meeting.id)) ?? 0;
  if (given === undefined) return Math.max(tx.now, closed + 1);
  if (given > tx.now + TOLERANCE_MS) throw badInput('ballot.timeInFuture');
  if (given <= closed) throw conflict('ballot.timeBeforeVote');
  return given;
}

async function insert(tx: Tx, { meeting }: LockedMeeting, { kind, entryIds, means, by }: Move, at: number): Promise<void> {
  await insertMany(
    tx,
    tables.movements,
    entryIds.map((entryId) => ({
      id: engineOf(tx.db).newId(),
      meetingId: meeting.id,
      entryId,
      kind,
      means,
      at,
      recordedAt: tx.now,
      recordedById: by,
    })),
  );
}
