import type { Json } from '@wuxin/bpmn-core';
import type { Tx } from '../runtime/tx';
import { tables, type TaskFileRecord } from '../store';
import { draftsWithDigits } from './store';

/**
 * Uploads that a draft still has. One in a field of a form: in anybody's draft, as a delegated task is given back with what was
 * entered. One beside a task: while its uploader has a draft in that case, since the page shows it to them as theirs.
 */
export async function uploadsInDrafts(tx: Tx, uploads: readonly TaskFileRecord[]): Promise<ReadonlySet<number>> {
  return new Set([...(await namedInDrafts(tx, uploads)), ...(await besideDrafts(tx, uploads))]);
}

async function namedInDrafts(tx: Tx, uploads: readonly TaskFileRecord[]): Promise<number[]> {
  const ids = uploads.flatMap(({ instanceId, attachmentId }) => (instanceId === null ? [attachmentId] : []));
  if (ids.length === 0) return [];
  const named = new Set((await draftsWithDigits(tx, ids)).flatMap(keysIn));
  return ids.filter((id) => named.has(String(id)));
}

/** Rather too many: a form keeps a file by its key or as the row that it was given. */
function keysIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(keysIn);
  return typeof value === 'number' || typeof value === 'string' ? [String(value)] : [];
}

async function besideDrafts(tx: Tx, uploads: readonly TaskFileRecord[]): Promise<number[]> {
  const ofCases = uploads.filter(({ instanceId }) => instanceId !== null);
  if (ofCases.length === 0) return [];
  const where = { instanceId: ofCases.map(({ instanceId }) => instanceId), status: 'open' };
  const tasks = await tables.tasks.selectColumns(tx, ['id', 'instanceId'], where);
  const caseOf = new Map(tasks.map(({ id, instanceId }) => [id, instanceId]));
  const drafts = await tables.drafts.selectColumns(tx, ['taskId', 'userId'], { taskId: [...caseOf.keys()] });
  const atWork = new Set(drafts.map(({ taskId, userId }) => `${caseOf.get(taskId)} ${userId}`));
  return ofCases.flatMap(({ instanceId, uploadedById, attachmentId }) =>
    atWork.has(`${instanceId} ${uploadedById}`) ? [attachmentId] : [],
  );
}
