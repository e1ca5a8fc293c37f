import type { Collection } from '@nocobase/database';
import type { ReadTx } from '../store';
import { fieldsOf } from './fields';
import { rowsOf } from './rows';

export interface RecordRef {
  readonly recordCollection: string;
  readonly recordId: string;
}

/** Records, of these collections, that have a file of NocoBase's `attachments` in a field of their own or of rows that they own. */
export async function recordsWithFile(tx: ReadTx, collections: Iterable<string>, attachmentId: number): Promise<RecordRef[]> {
  const found: RecordRef[] = [];
  for (const name of collections) {
    const collection = tx.db.getCollection(name) as Collection | undefined; // a collection may have been removed
    if (!collection) continue;
    const key = collection.filterTargetKey as string; // one key: processes have no records with several
    for (const path of filePathsOf(collection)) {
      const rows = await rowsOf(tx, name, { filter: { [`${path}.id`]: attachmentId }, fields: [key] });
      found.push(...rows.map((row) => ({ recordCollection: name, recordId: String(row.get(key)) })));
    }
  }
  return found;
}

/** Paths of fields that hold files, through sub-tables and sub-forms however deep; a collection that owns itself is walked once. */
function filePathsOf(collection: Collection, walked: readonly string[] = []): string[] {
  return fieldsOf(collection).flatMap(({ name, type, target }) => {
    if (target === 'attachments') return [name];
    const owned = type === 'hasMany' || type === 'hasOne' ? collection.db.getCollection(target ?? '') : undefined;
    if (!owned || walked.includes(owned.name)) return [];
    return filePathsOf(owned, [...walked, collection.name]).map((path) => `${name}.${path}`);
  });
}
