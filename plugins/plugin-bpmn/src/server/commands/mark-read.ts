import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/** Notes that a holder has seen the task: what follows a step can be withdrawn only while nobody has. */
export async function markRead(tx: Tx, taskId: string): Promise<void> {
  await tables.tasks.update(tx, { id: taskId, firstReadAt: null }, { firstReadAt: tx.now });
}
