import { checkCounts, mismatchesOf, tally, type CountsInput, type Rule } from '@wuxin/ballot-core';
import { badInput, conflict, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import { actOnMotion } from '../acts';
import type { Who } from '../rights';
import { tables, type MotionRecord, type SheetRecord } from '../store';
import { judgedCounts, withNames } from './counts';
import { attendedCounts, rowsOf } from './electorate';
import { frozenRule } from './frozen-rule';

export const sheetsOf = (tx: Tx, motionId: string): Promise<SheetRecord[]> =>
  tables.sheets.select(tx, { motionId }, { order: [['attempt', 'ASC'], ['at', 'ASC'], ['id', 'ASC']] }); // prettier-ignore

/**
 * What one teller counted. The second one closes the attempt: both are the same, or both count again.
 *
 * @returns null while the other one has not counted
 */
export function countMotion(tx: Tx, who: Who, id: string, counts: CountsInput): Promise<{ isSame: boolean | null }> {
  return actOnMotion(tx, who, ['ballotMotions:count', id], async (locked, motion) => {
    const { userId, name } = who.actor;
    const sheets = (await sheetsOf(tx, id)).filter(({ attempt }) => attempt === motion.attempt);
    if (sheets.some(({ tellerId }) => tellerId === userId)) throw conflict('ballot.countedAlready');
    if (sheets.length >= 2) throw conflict('ballot.countsComplete');
    await assertJudgeable(tx, motion, locked.frozenRoll.id, counts);
    const sheet = { id: engineOf(tx.db).newId(), motionId: id, attempt: motion.attempt, tellerId: userId, tellerName: name };
    await tables.sheets.insert(tx, [{ ...sheet, counts, at: tx.now }]);
    const [first] = sheets;
    const isSame = first ? mismatchesOf(first.counts, counts).length === 0 : null;
    if (isSame === false) await tables.motions.update(tx, { id }, { attempt: motion.attempt + 1 });
    locked.note(isSame === false ? 'countsDiffer' : 'counted', { motion: id, number: motion.number, attempt: motion.attempt });
    return { isSame };
  });
}

/** Both counted the same and it still cannot be right, e.g. because attendance was. */
export function countAgain(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:countAgain', id], async (locked, { attempt, number }) => {
    if (reason.trim() === '') throw badInput('ballot.reasonMissing');
    await tables.motions.update(tx, { id }, { attempt: attempt + 1 });
    locked.note('countedAgain', { motion: id, number, attempt: attempt + 1, reason: reason.trim() });
  });
}

/** @throws BallotError what does not add up, is negative or no whole number */
async function assertJudgeable(tx: Tx, motion: MotionRecord, rollId: string, counts: CountsInput): Promise<void> {
  const rule = frozenRule(motion);
  assertCandidatesOf(motion, counts);
  if (motion.way !== 'showOfHands') assertBallots(rule, withNames(counts, motion));
  if (motion.way === 'mixed') return; // the rule judges once the box is opened
  const attended = attendedCounts(rule, await rowsOf(tx, motion, rollId), { motion, at: motion.closedAt ?? tx.now });
  tally(rule, judgedCounts(rule, attended, counts, motion));
}

/** Every ballot that came back is something; where more came back than went out, nothing of them counts. */
function assertBallots(rule: Rule, counts: CountsInput): void {
  if (counts.recovered === undefined) throw badInput('ballot.recoveredMissing');
  const [wrong] = checkCounts({ ...rule, votesOf: 'recovered' }, counts);
  const isVoid = Number(counts.recovered) > Number(counts.issued ?? counts.recovered);
  if (wrong && !(isVoid && SUMS.has(wrong.code))) throw wrong;
}

/** What need not fit any more in a void round. */
const SUMS: ReadonlySet<string> = new Set(['ballot.votesDoNotAddUp', 'ballot.candidateVotesTooMany', 'ballot.tooManyMarks']);

function assertCandidatesOf({ candidates }: MotionRecord, { candidates: counted }: CountsInput): void {
  if (candidates.length === 0) return;
  const ids = new Set(candidates.map(({ id }) => id));
  const isComplete = counted?.length === ids.size && counted.every(({ id }) => ids.has(id));
  if (!isComplete) throw badInput('ballot.candidatesDiffer');
}

/** The two sheets of the last attempt, when both are in and the same. */
export function agreedCounts(motion: Pick<MotionRecord, 'attempt'>, sheets: readonly SheetRecord[]): CountsInput | undefined {
  const [first, second] = sheets.filter(({ attempt }) => attempt === motion.attempt);
  if (!first || !second || mismatchesOf(first.counts, second.counts).length > 0) return undefined;
  return first.counts;
}
