import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/** Notes that a holder has seen the task: what follows a step can be withdrawn only while nobody has. */
export async function markTaskRead(tx: Tx, taskId: string): Promise<void> {
  await tables.tasks.update(tx, { id: taskId, firstReadAt: null }, { firstReadAt: tx.now });
}

/** Notes that somebody has looked at a case that was copied to them. */
export async function markCcRead(tx: Tx, actor: Actor, instanceId: string): Promise<void> {
  await tables.cc.update(tx, { instanceId, userId: actor.userId, readAt: null }, { readAt: tx.now });
}
