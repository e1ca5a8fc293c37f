import type { Tx } from '../runtime/tx';
import { tables, type DraftRecord, type TaskRecord } from '../store';

/**
 * Keeps a draft, in the place of an earlier one of the same person. Writes the task first: whoever closes the task meanwhile
 * either sees that it has drafts, or is waited for and leaves no open task.
 *
 * @returns false when the task is not open any more; nothing is kept then
 */
export async function keepDraft(tx: Tx, draft: DraftRecord): Promise<boolean> {
  const { taskId, userId } = draft;
  const marked = await tables.tasks.update(tx, { id: taskId, status: 'open' }, { hasDrafts: true });
  if (marked === 0) return false;
  await tables.drafts.delete(tx, { taskId, userId });
  await tables.drafts.insert(tx, [draft]);
  return true;
}

/** What people typed is deleted with its task, everybody's. The task's row must be locked. */
export async function dropDrafts(tx: Tx, { id, hasDrafts }: Pick<TaskRecord, 'id' | 'hasDrafts'>): Promise<void> {
  if (hasDrafts === false) return;
  await tables.drafts.delete(tx, { taskId: id });
}
