import type { CountsInput, Rule } from '@wuxin/ballot-core';
import type { ReadTx } from '@wuxin/plugin-bpmn';
import { movementsOf, presentIn } from '../attendance';
import { countsOf, entriesOf, votersOf } from '../rolls';
import {
  tables,
  type MotionRecord,
  type MovementRecord,
  type RecusalRecord,
  type RollCallRecord,
  type RollEntryRecord,
} from '../store';

/** The rows from which who could vote on a motion is told. */
export interface Rows {
  readonly entries: readonly RollEntryRecord[];
  readonly movements: readonly MovementRecord[];
  readonly recusals: readonly RecusalRecord[];
  readonly answers: readonly RollCallRecord[];
}

export async function rowsOf(
  tx: ReadTx,
  { id, meetingId }: Pick<MotionRecord, 'id' | 'meetingId'>,
  rollId: string,
): Promise<Rows> {
  return {
    entries: await entriesOf(tx, rollId),
    movements: await movementsOf(tx, meetingId),
    recusals: await tables.recusals.select(tx, { motionId: id }),
    answers: await tables.rollCalls.select(tx, { motionId: id }),
  };
}

/** Of a vote at a moment: when it ended, or now. */
export interface Moment {
  readonly motion: Pick<MotionRecord, 'way' | 'openedAt'>;
  readonly at: number;
}

/**
 * Who was there. Hands are counted at the end; whoever answered a roll-call and went before its end was there too, and so was everybody who was there
 * at some time of a vote by ballots, which they may have put into the box before they went.
 */
function attending({ entries, movements, recusals, answers }: Rows, { motion, at }: Moment) {
  const isByBallots = motion.way !== 'showOfHands' && motion.way !== 'rollCall';
  const begin = (isByBallots && motion.openedAt) || at;
  const came = movements.filter((one) => one.kind === 'arrived' && one.at > begin && one.at <= at);
  const present = new Set([...presentIn(movements, begin), ...[...answers, ...came].map(({ entryId }) => entryId)]);
  return { entries, present, recused: new Set(recusals.map(({ entryId }) => entryId)) };
}

export const attendedCounts = (rule: Rule, rows: Rows, moment: Moment): CountsInput => countsOf(rule, attending(rows, moment));

/** One entry for each vote that may be given. */
export const votersIn = (rule: Rule, rows: Rows, moment: Moment): RollEntryRecord[] => votersOf(rule, attending(rows, moment));
