import type { Json, Variables } from '@wuxin/bpmn-core';
import type { InstanceRecord } from '../store';
import type { Tx } from '../runtime/tx';

/** The plain fields of an instance's record as JSON, for expressions (`record.<field>`); associations are not in it. */
export async function readRecord(
  tx: Tx,
  instance: Pick<InstanceRecord, 'recordCollection' | 'recordId'>,
): Promise<Variables | null> {
  const { recordCollection, recordId } = instance;
  if (!recordCollection || !recordId) return null;
  const repository = tx.db.getRepository(recordCollection);
  const row = await repository?.findOne({ filterByTk: recordId, transaction: tx.transaction });
  return row ? (toJson(row.toJSON()) as Variables) : null; // a row is an object
}

/** Dates become ISO strings and what JSON cannot carry is left out, as everywhere outside the database. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json; // what JSON.parse gives
}
