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

/** Who was there at a moment; whoever answered a roll-call and went before its end was there too. */
function attending({ entries, movements, recusals, answers }: Rows, at: number) {
  const present = new Set([...presentIn(movements, at), ...answers.map(({ entryId }) => entryId)]);
  return { entries, present, recused: new Set(recusals.map(({ entryId }) => entryId)) };
}

export const attendedCounts = (rule: Rule, rows: Rows, at: number): CountsInput => countsOf(rule, attending(rows, at));

/** One entry for each vote that may be given. */
export const votersIn = (rule: Rule, rows: Rows, at: number): RollEntryRecord[] => votersOf(rule, attending(rows, at));
