import { BallotError, type MeetingType, type Rule } from '@wuxin/ballot-core';
import { badInput, engineOf, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { MotionBody, Secrecy, Way } from '../../common/api';
import { act, actOnMotion, changeMeeting, type LockedMeeting } from '../acts';
import type { Who } from '../rights';
import { meetingTypeOf, ruleOf } from '../rules';
import { tables, type MotionRecord } from '../store';
import { isOfPhones } from './phones';

/** By a person. */
export function proposeMotion(tx: Tx, who: Who, meetingId: string, body: MotionBody): Promise<{ id: string }> {
  return act(tx, who, ['ballotMotions:create', meetingId], async (locked) => ({ id: await insertMotion(tx, locked, body) }));
}

/** Part of a command that has asked who may. */
export function createMotion(tx: Tx, by: ActorOrSystem, meetingId: string, asked: MotionBody): Promise<{ id: string }> {
  return changeMeeting(tx, by, meetingId, async (locked) => ({ id: await insertMotion(tx, locked, asked) }));
}

/** Part of a command: a motion that waits until it is opened. */
export async function insertMotion(
  tx: Tx,
  locked: LockedMeeting,
  body: MotionBody,
  before?: Pick<MotionRecord, 'id' | 'number' | 'round'>,
): Promise<string> {
  await assertFits(tx, locked, body, before !== undefined);
  const { id: meetingId } = locked.meeting;
  const id = engineOf(tx.db).newId();
  const number = before?.number ?? (await lastNumber(tx, meetingId)) + 1;
  const round = { number, round: (before?.round ?? 0) + 1, previousId: before?.id ?? null };
  await tables.motions.insert(tx, [{ ...NOT_OPENED, id, meetingId, ...round, ...askedOf(body) }]);
  await writeRecusals(tx, locked, id, body.recused ?? []);
  locked.note('motionCreated', { motion: id, number });
  return id;
}

export function updateMotion(tx: Tx, who: Who, id: string, body: Partial<MotionBody>): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:update', id], async (locked, motion) => {
    const { title, text, ruleKey, way, seats, closesAt, candidates } = motion;
    const asked: MotionBody = {
      title,
      text,
      ruleKey,
      way,
      closesAt,
      seats: seats ?? undefined,
      candidates: [...candidates],
      ...body,
    };
    await assertFits(tx, locked, asked, motion.previousId !== null);
    await tables.motions.update(tx, { id }, askedOf(asked));
    if (body.recused) await writeRecusals(tx, locked, id, body.recused);
    locked.note('motionUpdated', { motion: id, number: motion.number });
  });
}

export function withdrawMotion(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:withdraw', id], async (locked, { number }) => {
    if (reason.trim() === '') throw badInput('ballot.reasonMissing');
    await tables.motions.update(tx, { id }, { status: 'withdrawn' });
    locked.note('motionWithdrawn', { motion: id, number, reason: reason.trim() });
  });
}

const NOT_OPENED = {
  rule: null,
  status: 'waiting',
  openedAt: null,
  closedAt: null,
  counted: null,
  attempt: 1,
  result: null,
  box: null,
  decidedAt: null,
  decidedById: null,
  decidedByName: null,
} as const;

const askedOf = ({ title, text, ruleKey, way, candidates = [], seats = undefined, closesAt = null }: MotionBody) => ({
  title: title.trim(),
  text: text.trim(),
  ruleKey,
  way,
  secrecy: secrecyOf(way),
  candidates,
  seats: candidates.length > 0 ? (seats ?? 1) : null,
  closesAt,
});

/** Of a paper ballot in a box nothing here leads to whoever filled it in; phones vote by drawn slips only. */
const secrecyOf = (way: Way): Secrecy => (way === 'showOfHands' || way === 'rollCall' ? 'open' : 'secret');

async function assertFits(tx: Tx, { meeting }: LockedMeeting, body: MotionBody, isNextRound: boolean): Promise<void> {
  const type = await meetingTypeOf(tx, meeting.typeKey);
  const rule = await ruleOf(tx, body.ruleKey);
  if (body.title.trim() === '') throw badInput('ballot.titleMissing');
  if (!isNextRound && !type.rules.includes(rule.key)) throw badInput('ballot.ruleNotOfType', { rule: rule.key });
  if (!type.ways.includes(body.way)) throw badInput('ballot.wayNotOfType', { way: body.way });
  if (body.way === 'mixed' && !type.ways.includes('paper')) throw badInput('ballot.wayNotOfType', { way: body.way });
  // whoever holds a slip votes, and nobody knows whose it is
  if (isOfPhones(body) && (body.recused ?? []).length > 0) throw badInput('ballot.recusalNotByPhone');
  assertCandidates(type, rule, body);
}

/** An election has candidates and seats, and a decision has none; nobody calls out whom they elect. */
function assertCandidates({ key }: MeetingType, rule: Rule, { candidates = [], seats, way }: MotionBody): void {
  const isElection = rule.kind === 'election';
  if (!isElection && rule.kind !== 'decision') throw badInput('ballot.ruleNotOfType', { rule: rule.key, type: key });
  if (isElection !== candidates.length > 0) throw badInput(isElection ? 'ballot.candidatesMissing' : 'ballot.noCandidatesHere');
  const [twice] = candidates.filter(({ id }, index) => candidates.findIndex((other) => other.id === id) < index);
  if (twice) throw new BallotError('ballot.candidateTwice', { candidate: twice.id });
  if (isElection && (seats ?? 1) < 1) throw badInput('ballot.seatsInvalid');
  if (isElection && way === 'rollCall') throw badInput('ballot.wayNotForElections');
}

async function writeRecusals(
  tx: Tx,
  { roll }: LockedMeeting,
  motionId: string,
  recused: NonNullable<MotionBody['recused']>,
): Promise<void> {
  await tables.recusals.delete(tx, { motionId });
  if (recused.length === 0) return;
  if (recused.some(({ reason }) => reason.trim() === '')) throw badInput('ballot.reasonMissing');
  const ids = new Set(recused.map(({ entryId }) => entryId));
  const known = roll ? await tables.rollEntries.count(tx, { rollId: roll.id, id: [...ids] }) : 0;
  if (known < ids.size) throw badInput('ballot.recusedUnknown');
  if (ids.size < recused.length) throw badInput('ballot.recusedTwice');
  const rows = recused.map(({ entryId, reason }) => ({ id: engineOf(tx.db).newId(), motionId, entryId, reason: reason.trim() }));
  await tables.recusals.insert(tx, rows);
}

async function lastNumber(tx: Tx, meetingId: string): Promise<number> {
  const [last] = await tables.motions.selectColumns(tx, ['number'], { meetingId }, { order: [['number', 'DESC']], limit: 1 });
  return last?.number ?? 0;
}
