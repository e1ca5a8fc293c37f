import { badInput, conflict, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { BallotError, type MeetingType } from '@wuxin/ballot-core';
import type { AdjournBody } from '../../common/api';
import { act, type LockedMeeting } from '../acts';
import { everybodyLeaves } from '../attendance';
import type { Who } from '../rights';
import { freeze } from '../rolls';
import { isReady, meetingTypeOf, rulesOf } from '../rules';
import { tables, type MeetingRecord, type MotionRecord } from '../store';
import { assertAcceptable, problemsOf } from './convene';

/** Opens a sitting, also after an adjournment; the roll is frozen at the latest now. */
export function openMeeting(tx: Tx, who: Who, id: string): Promise<void> {
  return act(tx, who, ['ballotMeetings:open', id], async (locked) => {
    const { meeting } = locked;
    const type = await meetingTypeOf(tx, meeting.typeKey);
    await assertSomeRuleReady(tx, type);
    await assertDay(tx, type, meeting);
    if (locked.roll?.status !== 'frozen') await freeze(tx, who, locked);
    locked.change({ status: 'open', openedAt: meeting.openedAt ?? tx.now });
    locked.note(meeting.status === 'adjourned' ? 'continued' : 'opened');
  });
}

/** @throws BallotError `ballot.ruleUnconfirmed`: nobody answers for the numbers of any of its rules */
async function assertSomeRuleReady(tx: Tx, type: MeetingType): Promise<void> {
  const rules = [...(await rulesOf(tx, type.rules)).values()];
  if (!rules.some(isReady)) throw new BallotError('ballot.ruleUnconfirmed', { rule: type.rules[0] ?? type.key });
}

/** On another day than it was convened for, the rules of its type are asked anew, and nothing is waived. */
async function assertDay(tx: Tx, type: MeetingType, meeting: MeetingRecord): Promise<void> {
  const heldOn = localDateOf(tx.now);
  const isAsConvened = meeting.status === 'adjourned' || heldOn === localDateOf(meeting.plannedAt);
  const problems = await problemsOf(tx, type, { meeting, noticeOn: meeting.noticeOn ?? heldOn, heldOn });
  assertAcceptable(type, isAsConvened ? problems.filter(({ code }) => code === 'notInForce') : problems, '');
}

/** To go on another day: everybody goes, and comes again. */
export function adjournMeeting(tx: Tx, who: Who, id: string, { reason, continuesAt }: AdjournBody): Promise<void> {
  return act(tx, who, ['ballotMeetings:adjourn', id], async (locked) => {
    if (continuesAt !== undefined && continuesAt <= tx.now) throw badInput('ballot.continuesInPast');
    await assertNoVoteUnderWay(tx, id);
    await everybodyLeaves(tx, locked, who.actor.userId);
    locked.change({ status: 'adjourned', ...(continuesAt === undefined ? {} : { plannedAt: continuesAt }) });
    locked.note('adjourned', { reason: reasonIn(reason), continuesAt: continuesAt ?? null });
  });
}

/** Too few came, or it was called off: it may be called again, and nothing that it could have decided was. */
export function notHeld(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return act(tx, who, ['ballotMeetings:notHeld', id], async (locked) => {
    const motions = await motionsOf(tx, id);
    if (motions.some(({ status }) => status === 'decided' || status === 'void')) throw conflict('ballot.heldAlready');
    if (motions.some(isUnderWay)) throw conflict('ballot.voteUnderWay');
    await everybodyLeaves(tx, locked, who.actor.userId);
    locked.change({ status: 'notHeld', closedAt: tx.now });
    locked.note('notHeld', { reason: reasonIn(reason) });
  });
}

export function cancelMeeting(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return act(tx, who, ['ballotMeetings:cancel', id], async (locked) => {
    cancel(tx, locked, reasonIn(reason));
  });
}

/** Part of the command that cancels a case, too. */
export function cancel({ now }: Tx, locked: LockedMeeting, reason: string): void {
  locked.change({ status: 'cancelled', closedAt: now });
  locked.note('cancelled', { reason });
}

export function saveMinutes(tx: Tx, who: Who, id: string, minutes: string): Promise<void> {
  return act(tx, who, ['ballotMeetings:saveMinutes', id], async (locked) => {
    locked.change({ minutes });
    locked.note('minutesSaved', { length: minutes.length });
  });
}

/** Ends a meeting; every motion that it was called for is decided or withdrawn. */
export function closeMeeting(tx: Tx, who: Who, id: string, minutes: string): Promise<LockedMeeting> {
  return act(tx, who, ['ballotMeetings:close', id], async (locked) => {
    const motions = await motionsOf(tx, id);
    if (motions.some(isUnderWay)) throw conflict('ballot.voteUnderWay');
    const waiting = motions.filter(({ status }) => status === 'waiting');
    if (waiting.length > 0) throw conflict('ballot.motionsWaiting', { count: waiting.length });
    await everybodyLeaves(tx, locked, who.actor.userId);
    locked.change({ status: 'closed', closedAt: tx.now, minutes });
    locked.note('closed', { motions: motions.length });
    return locked;
  });
}

async function assertNoVoteUnderWay(tx: Tx, id: string): Promise<void> {
  if ((await motionsOf(tx, id)).some(isUnderWay)) throw conflict('ballot.voteUnderWay');
}

const isUnderWay = ({ status }: MotionRecord): boolean => status === 'open' || status === 'counting';

const motionsOf = (tx: Tx, meetingId: string) => tables.motions.select(tx, { meetingId });

function reasonIn(reason: string): string {
  if (reason.trim() === '') throw badInput('ballot.reasonMissing');
  return reason.trim();
}
