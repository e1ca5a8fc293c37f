import type { WhereOptions } from 'sequelize';
import type { Tx } from '../runtime/tx';
import { tables, type StartTriggerRecord } from '../store';

/**
 * Finds what starts a process and keeps it so until the transaction ends. Publishing and retiring lock the process and then
 * exchange its triggers: whoever starts locks in the same order, and looks again after that.
 */
export async function holdTrigger(tx: Tx, where: WhereOptions): Promise<StartTriggerRecord | undefined> {
  const seen = await tables.startTriggers.find(tx, where);
  if (!seen) return undefined;
  await tables.processes.find(tx, { key: seen.processKey }, { forShare: true });
  return tables.startTriggers.find(tx, where, { forUpdate: true });
}
