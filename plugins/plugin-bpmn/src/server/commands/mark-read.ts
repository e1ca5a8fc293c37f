import type { TaskView } from '../../common/api';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/**
 * Notes that a holder has seen the task: what follows a step can be withdrawn only while nobody has. Nothing when it has
 * changed hands or ended since: its new holder has not seen it.
 */
export async function markTaskRead(tx: Tx, { id, assignee }: Pick<TaskView, 'id' | 'assignee'>): Promise<void> {
  const asSeen = { id, status: 'open', assigneeId: assignee?.id ?? null, firstReadAt: null };
  await tables.tasks.update(tx, asSeen, { firstReadAt: tx.now });
}

/** Notes that somebody has looked at a case that was copied to them. */
export async function markCcRead(tx: Tx, actor: Actor, instanceId: string): Promise<void> {
  await tables.cc.update(tx, { instanceId, userId: actor.userId, readAt: null }, { readAt: tx.now });
}
