import { badInput, conflict, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { BallotError, type MeetingType } from '@wuxin/ballot-core';
import type { AdjournBody } from '../../common/api';
import { act } from '../acts';
import { everybodyLeaves } from '../attendance';
import type { Who } from '../rights';
import { freeze } from '../rolls';
import { isReady, meetingTypeOf, rulesOf } from '../rules';
import type { MeetingRecord } from '../store';
import { assertAcceptable, assertNotTooEarly, problemsOf } from './convene';
import { isUnderWay, motionsIn } from './motions-in';
import { reasonIn } from './reason';

const DAY_MS = 86_400_000;

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
  assertNotTooEarly(meeting, heldOn);
  const isAsConvened = meeting.status === 'adjourned' || heldOn === localDateOf(meeting.plannedAt);
  const problems = await problemsOf(tx, type, { meeting, noticeOn: meeting.noticeOn ?? heldOn, heldOn });
  assertAcceptable(type, isAsConvened ? problems.filter(({ code }) => code === 'notInForce') : problems, '');
}

/** An adjourned meeting goes on as soon as one would be called again to which too few came. */
async function assertContinues(tx: Tx, { typeKey, openedAt }: MeetingRecord, continuesAt: number): Promise<void> {
  if (continuesAt <= tx.now) throw badInput('ballot.continuesInPast');
  const { reconvening } = await meetingTypeOf(tx, typeKey);
  const latest = reconvening && localDateOf((openedAt ?? tx.now) + reconvening.atMostDays * DAY_MS);
  if (latest !== undefined && localDateOf(continuesAt) > latest) throw badInput('ballot.continuesTooLate', { latest });
}

/** To go on another day: everybody goes, and comes again. */
export function adjournMeeting(tx: Tx, who: Who, id: string, { reason, continuesAt }: AdjournBody): Promise<void> {
  return act(tx, who, ['ballotMeetings:adjourn', id], async (locked) => {
    if (continuesAt !== undefined) await assertContinues(tx, locked.meeting, continuesAt);
    if ((await motionsIn(tx, id)).some(isUnderWay)) throw conflict('ballot.voteUnderWay');
    await everybodyLeaves(tx, locked, who.actor.userId);
    locked.change({ status: 'adjourned', ...(continuesAt === undefined ? {} : { plannedAt: continuesAt }) });
    locked.note('adjourned', { reason: reasonIn(reason), continuesAt: continuesAt ?? null });
  });
}

export function saveMinutes(tx: Tx, who: Who, id: string, minutes: string): Promise<void> {
  return act(tx, who, ['ballotMeetings:saveMinutes', id], async (locked) => {
    locked.change({ minutes });
    locked.note('minutesSaved', { length: minutes.length });
  });
}
