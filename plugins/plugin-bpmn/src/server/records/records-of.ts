import type { Variables } from '@wuxin/bpmn-core';
import type { InstanceRecord } from '../store';
import type { Tx } from '../runtime/tx';
import { toJson } from './read';
import { rowsOf } from './rows';

type OfRecord = Pick<InstanceRecord, 'recordCollection' | 'recordId'>;

/** The records of many instances, as {@link readRecord} gives one: a statement for each collection. */
export async function recordsOf(tx: Tx, instances: readonly OfRecord[]): Promise<(instance: OfRecord) => Variables | null> {
  const records = new Map<string, Variables>();
  const collections = new Set(instances.map(({ recordCollection }) => recordCollection).filter((name) => name !== null));
  for (const name of collections) {
    if (!tx.db.hasCollection(name)) continue;
    const ids = instances.filter(({ recordCollection }) => recordCollection === name).map(({ recordId }) => recordId);
    const key = tx.db.getCollection(name).model.primaryKeyAttribute;
    for (const row of await rowsOf(tx, name, { filter: { [key]: ids } }))
      records.set(`${name}:${String(row.get(key))}`, toJson(row.toJSON()) as Variables); // a row is an object
  }
  return ({ recordCollection, recordId }) => records.get(`${recordCollection}:${recordId}`) ?? null;
}
