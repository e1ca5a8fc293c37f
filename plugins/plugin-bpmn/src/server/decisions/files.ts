import { DmnError, readDmnTables, writeDmnTable, type DecisionTable } from '@wuxin/decision';
import { badInput, notFound } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { findActive } from './store';

/**
 * A table as a file of DMN 1.3. Tables are kept as they are edited, and not as files: a file has places for what we do not say, and none
 * for our English, keys and tests; the file says these in a namespace of its own, so that nothing is lost on the way there and back.
 *
 * @throws not found `decision.notFound`
 */
export async function decisionFile(tx: ReadAt, key: string): Promise<{ readonly name: string; readonly xml: string }> {
  const [active] = await findActive(tx, [key]);
  if (!active) throw notFound('decision.notFound', { key });
  return { name: `${active.table.name}.dmn`, xml: writeDmnTable(active.table) };
}

/** The tables of a file, for the editor to look at; nothing is kept. @throws bad input `decision.file`, which says what is wrong */
export async function readDecisionFile(
  xml: string,
): Promise<{ readonly tables: readonly DecisionTable[]; readonly others: readonly string[] }> {
  try {
    return await readDmnTables(xml);
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    throw badInput('decision.file', { reason: error.code, ...error.data }, error);
  }
}
