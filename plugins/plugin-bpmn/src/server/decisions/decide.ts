import type { Variables } from '@wuxin/bpmn-core';
import { decide, DecisionError, type Decision } from '@wuxin/decision';
import { feelFunctions } from '../expressions';
import { conflict } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { snapshotDecisions } from './snapshot';

export interface DecisionInputs {
  readonly variables: Variables;
  readonly parameters: Variables;
}

/**
 * Applies the active table of a key: for what is decided outside an instance (an instance uses the table that its version
 * froze). Throws the package's own codes (`decision.noHit` …) as conflicts.
 */
export async function decideByRef(tx: ReadAt, key: string, { variables, parameters }: DecisionInputs): Promise<Decision> {
  const table = (await snapshotDecisions(tx, [key]))[key];
  if (!table) throw conflict('decision.notDefined', { keys: [key] });
  try {
    return decide(table, variables, { now: tx.now, functions: feelFunctions(parameters) });
  } catch (error) {
    if (error instanceof DecisionError) throw conflict(error.code, error.data);
    throw error;
  }
}
