import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/** Is there such a process, in whatever state? */
export async function hasProcess(tx: Tx, key: string): Promise<boolean> {
  return (await tables.processes.count(tx, { key })) > 0;
}
