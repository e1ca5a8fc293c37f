import type { Json, Variables } from '@wuxin/bpmn-core';
import type { Transaction } from 'sequelize';
import type { InstanceRecord } from '../store';
import type { Tx } from '../runtime/tx';
import { rowOf } from './rows';

/** Records that a transaction has read: many elements of one step look at the same one. */
const known = new WeakMap<Transaction, Map<string, Variables | null>>();

/** The plain fields of an instance's record as JSON, for expressions (`record.<field>`); associations are not in it. */
export async function readRecord(
  tx: Tx,
  instance: Pick<InstanceRecord, 'recordCollection' | 'recordId'>,
): Promise<Variables | null> {
  const { recordCollection, recordId } = instance;
  if (!recordCollection || !recordId) return null;
  const kept = known.get(tx.transaction) ?? new Map<string, Variables | null>();
  known.set(tx.transaction, kept);
  const key = `${recordCollection}:${recordId}`;
  const record = kept.has(key) ? (kept.get(key) ?? null) : await load(tx, recordCollection, recordId);
  kept.set(key, record);
  return record;
}

/** After a write the next reader looks again. */
export function forgetRecords({ transaction }: Tx): void {
  known.delete(transaction);
}

async function load(tx: Tx, collection: string, recordId: string): Promise<Variables | null> {
  const row = tx.db.hasCollection(collection) ? await rowOf(tx, collection, { filterByTk: recordId }) : null;
  return row ? (toJson(row.toJSON()) as Variables) : null; // a row is an object
}

/** Dates become ISO strings and what JSON cannot carry is left out, as everywhere outside the database. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json; // what JSON.parse gives
}
