import { Op } from 'sequelize';
import type { Instant, Json } from '@wuxin/bpmn-core';
import type { Tx } from '../runtime/tx';
import { tables, type TaskFileRecord } from '../store';

/** As many as one look for drafts and rows takes. */
const BATCH = 100;

/** Uploads from then or before that nobody submitted. What is being submitted or taken back just now is left to whoever does so. */
export function waitingUploads(
  tx: Tx,
  { until, after }: { readonly until: Instant; readonly after: number },
): Promise<TaskFileRecord[]> {
  const where = { submittedAt: null, taskId: null, uploadedAt: { [Op.lte]: until }, attachmentId: { [Op.gt]: after } };
  return tables.files.select(tx, where, { order: [['attachmentId', 'ASC']], limit: BATCH, forUpdate: true, skipLocked: true });
}

/** What people entered in drafts that have the digits of one of these numbers in them. */
export async function draftsWithDigits(tx: Tx, numbers: readonly number[]): Promise<Record<string, Json>[]> {
  const mayName = numbers.map((number) => tables.drafts.containing(tx.db, 'data', String(number)));
  const drafts = await tables.drafts.selectColumns(tx, ['data'], { [Op.or]: mayName });
  return drafts.map(({ data }) => data);
}
