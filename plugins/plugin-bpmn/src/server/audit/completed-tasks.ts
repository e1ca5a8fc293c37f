import type { Tx } from '../runtime/tx';
import { standInsEverBy } from '../stand-ins';
import { tables } from '../store';
import type { AuditedCase, CompletedTask } from './types';

const COLUMNS = ['id', 'instanceId', 'elementId', 'assigneeId', 'completedById', 'onBehalfOfId', 'closedAt'] as const;

/** What was completed in these cases, with who could, and in whose stead those who acted ever were: three statements for all of them. */
export async function completedIn(
  tx: Tx,
  instanceIds: readonly string[],
): Promise<{
  readonly tasks: readonly (CompletedTask & { readonly instanceId: string })[];
  readonly standIns: AuditedCase['standIns'];
}> {
  const completed = { instanceId: [...instanceIds], status: 'completed' };
  const rows = await tables.tasks.selectColumns(tx, COLUMNS, completed, { order: [['id', 'ASC']] });
  if (rows.length === 0) return { tasks: [], standIns: [] };
  const keys = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  const candidates = await tables.candidates.select(tx, { taskId: tables.tasks.among(tx.db, 'id', completed) });
  for (const { taskId, groupKey } of candidates) keys.get(taskId)?.push(groupKey);
  const actors = rows.flatMap(({ completedById, onBehalfOfId }) => [completedById, onBehalfOfId]).filter((id) => id !== null);
  return {
    tasks: rows.map((row) => ({ ...row, groupKeys: keys.get(row.id) ?? [] })),
    standIns: await standInsEverBy(tx, [...new Set(actors)]),
  };
}
