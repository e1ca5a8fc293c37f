import { assertInForce, feasibility, type CountsInput, type Localized, type Rule } from '@wuxin/ballot-core';
import { badInput, BpmnError, conflict, localDateOf, type Locale, textOf, type Tx } from '@wuxin/plugin-bpmn';
import type { OpenMotionBody } from '../../common/api';
import { actOnMotion, type LockedMeeting } from '../acts';
import { openMotion as putUpBox } from '../box';
import type { Who } from '../rights';
import { doubleEnrolledIn, typeKeysOf } from '../rolls';
import { meetingTypeOf, ruleOf } from '../rules';
import { tables, type MotionRecord } from '../store';
import { attendedCounts, rowsOf, votersIn } from './electorate';
import { assertSecret, isOfPhones } from './phones';

/**
 * Begins the vote, with the rule as it is now. Refused while too few are there, while somebody is enrolled twice, and without a reason
 * when it cannot pass any more.
 */
export function openMotion(tx: Tx, who: Who, id: string, { despiteOutlook = '' }: OpenMotionBody): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:open', id], async (locked, motion) => {
    const rule = await ruleOf(tx, motion.ruleKey);
    assertInForce(rule, localDateOf(tx.now));
    assertStaffed(locked, motion);
    await assertNobodyTwice(tx, locked);
    const rows = await rowsOf(tx, motion, locked.frozenRoll.id);
    const counted = attendedCounts(rule, rows, { motion, at: tx.now });
    assertCanPass(rule, counted, despiteOutlook);
    if (motion.closesAt !== null && motion.closesAt <= tx.now) throw badInput('ballot.closesInPast');
    if (isOfPhones(motion)) {
      assertSecret(locked.meeting);
      await putUpBox(tx, motion, votersIn(rule, rows, { motion, at: tx.now }).length);
    }
    await tables.motions.update(tx, { id }, { status: 'open', rule, counted, openedAt: tx.now });
    const facts = { motion: id, number: motion.number, present: Number(counted.present), due: Number(counted.due) };
    locked.note('motionOpened', { ...facts, despite: despiteOutlook.trim() });
  });
}

/** Two people count by themselves. */
function assertStaffed({ staff }: LockedMeeting, { way }: MotionRecord): void {
  if (way === 'rollCall' || way === 'phone') return;
  if (staff.filter(({ post }) => post === 'teller').length < 2) throw conflict('ballot.tellersMissing');
}

/** Nobody votes in two places (Organic Law of Villagers' Committees 2018, article 13). */
async function assertNobodyTwice(tx: Tx, { meeting, frozenRoll }: LockedMeeting): Promise<void> {
  const type = await meetingTypeOf(tx, meeting.typeKey);
  const twice = await doubleEnrolledIn(tx, { meeting, rollId: frozenRoll.id, typeKeys: await typeKeysOf(tx, type) });
  if (twice.length > 0) throw conflict('ballot.doubleEnrolled', { count: twice.length });
}

/** Where ballots are counted afterwards, who takes part shows then. */
const isOfThosePresent = ({ votesOf }: Rule): boolean => votesOf === 'present' || votesOf === 'householdsPresent';

export const hasQuorum = (rule: Rule, counted: CountsInput): boolean =>
  !isOfThosePresent(rule) || feasibility(rule, counted).status !== 'quorumShort';

function assertCanPass(rule: Rule, counted: CountsInput, despite: string): void {
  const { status, sentence } = feasibility(rule, counted);
  if (!isOfThosePresent(rule)) return;
  if (status === 'quorumShort') throw refused('ballot.quorumShort', sentence, counted);
  if (status === 'impossible' && despite.trim() === '') throw refused('ballot.cannotPass', sentence, counted);
}

function refused(code: string, sentence: Localized, { due, present }: CountsInput): BpmnError {
  const said = (locale: Locale) => textOf(locale, `errors.${code}`, { sentence: sentence[locale] });
  const messages = { 'zh-CN': said('zh-CN'), 'en-US': said('en-US') };
  return new BpmnError(code, 409, { sentence, due, present }, { messages });
}
