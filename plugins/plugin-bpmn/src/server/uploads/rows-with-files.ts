import type { Collection } from '@nocobase/database';
import type { Model } from 'sequelize';
import { fieldsOf, rowsOf } from '../records';
import type { ReadTx } from '../store';

const ASSOCIATIONS = new Set(['belongsTo', 'belongsToMany', 'belongsToArray', 'hasOne', 'hasMany']);

/** Those of these files of `attachments` that a row of any collection has, of a case or of others: one statement for each field. */
export async function filesInRows(tx: ReadTx, attachmentIds: readonly number[]): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const collection of tx.db.collections.values()) {
    for (const field of fileFieldsOf(collection)) {
      const key = collection.filterTargetKey;
      const rows = await rowsOf(tx, collection.name, {
        filter: { [`${field}.id`]: [...attachmentIds] },
        fields: typeof key === 'string' ? [key] : [...key],
        appends: [field],
      });
      for (const row of rows) for (const id of idsIn(row.get(field))) found.add(id);
    }
  }
  return found;
}

const fileFieldsOf = (collection: Collection): string[] =>
  fieldsOf(collection).flatMap(({ name, type, target }) => (target === 'attachments' && ASSOCIATIONS.has(type) ? [name] : []));

/** NocoBase gives an associated row, several, or none. */
function idsIn(associated: unknown): number[] {
  const rows = Array.isArray(associated) ? (associated as unknown[]) : [associated];
  return rows.flatMap((row) => (row ? [Number((row as Model).get('id'))] : []));
}
