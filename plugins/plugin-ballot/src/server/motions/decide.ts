import { tally, type CountsInput, type Result } from '@wuxin/ballot-core';
import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { actOnMotion } from '../acts';
import { close as closeBox } from '../box';
import type { Who } from '../rights';
import { slipsExchanged } from '../slips';
import { tables, type MotionRecord, type SheetRecord } from '../store';
import { judgedCounts, votesOfAnswers, type Votes } from './counts';
import { attendedCounts, rowsOf, type Rows } from './electorate';
import { frozenRule } from './frozen-rule';
import { hasQuorum } from './open';
import { isOfPhones, mixedVotes } from './phones';
import { agreedCounts, sheetsOf } from './sheets';

/** Ends the vote: what comes later counts no more. */
export function closeMotion(tx: Tx, who: Who, id: string): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:close', id], async (locked, motion) => {
    // ballots that are under way count, later ones find it closed
    if (isOfPhones(motion)) await closeBox(tx, motion);
    await tables.motions.update(tx, { id }, { status: 'counting', closedAt: tx.now });
    locked.note('motionClosed', { motion: id, number: motion.number });
  });
}

/** Counts what is stored, by the rule as it was when the vote began, and decides. */
export function decideMotion(tx: Tx, who: Who, id: string): Promise<Result> {
  return actOnMotion(tx, who, ['ballotMotions:decide', id], async (locked, motion) => {
    const rows = await rowsOf(tx, motion, locked.frozenRoll.id);
    const sheets = await sheetsOf(tx, id);
    const judged = judge(motion, rows, sheets);
    if (!judged) throw conflict(isOfPhones(motion) && motion.box === null ? 'ballot.boxNotOpened' : 'ballot.notCounted');
    await assertPaperExchanged(tx, motion, sheets);
    const { counts, result } = judged;
    const decided = { decidedAt: tx.now, decidedById: who.actor.userId, decidedByName: who.actor.name };
    const status = result.decided === 'void' ? 'void' : 'decided';
    await tables.motions.update(tx, { id }, { status, counted: counts, result, ...decided });
    locked.note('decided', { motion: id, number: motion.number, decided: result.decided });
    return result;
  });
}

/** In a mixed vote every paper ballot has cost a slip, so that nobody has two. */
async function assertPaperExchanged(tx: Tx, motion: MotionRecord, sheets: readonly SheetRecord[]): Promise<void> {
  const paper = motion.way === 'mixed' ? Number(agreedCounts(motion, sheets)?.recovered ?? 0) : 0;
  const exchanged = paper > 0 ? await slipsExchanged(tx, motion.meetingId) : 0;
  if (paper > exchanged) throw conflict('ballot.morePaperThanExchanged', { paper, exchanged });
}

export interface Judged {
  readonly counts: CountsInput;
  readonly result: Result;
}

/**
 * What the stored rows of a vote that has ended say, as often as somebody asks.
 *
 * @returns undefined while the tellers have not both counted the same, or the box is not opened
 */
export function judge(motion: MotionRecord, rows: Rows, sheets: readonly SheetRecord[]): Judged | undefined {
  const rule = frozenRule(motion);
  const attended = attendedCounts(rule, rows, { motion, at: motion.closedAt ?? 0 });
  // people went: where too few are left there is nothing to count
  const votes = hasQuorum(rule, attended) ? votesOf(motion, rows, sheets) : {};
  if (!votes) return undefined;
  const counts = Object.keys(votes).length === 0 ? attended : judgedCounts(rule, attended, votes, motion);
  return { counts, result: tally(rule, counts) };
}

function votesOf(motion: MotionRecord, { answers }: Rows, sheets: readonly SheetRecord[]): Votes | undefined {
  switch (motion.way) {
    case 'rollCall':
      return votesOfAnswers(answers.map(({ answer }) => answer));
    case 'showOfHands':
    case 'paper':
      return agreedCounts(motion, sheets);
    case 'phone':
      return mixedVotes(motion, null);
    case 'mixed': {
      const paper = agreedCounts(motion, sheets);
      return paper && mixedVotes(motion, paper);
    }
  }
}
