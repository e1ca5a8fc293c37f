import type { Collection } from '@nocobase/database';
import type { ReadTx } from '../store';
import { rowsOf } from './rows';

export interface RecordRef {
  readonly recordCollection: string;
  readonly recordId: string;
}

/** Records, of these collections, that have a file of NocoBase's `attachments` in a field of their own or of their sub-tables. */
export async function recordsWithFile(tx: ReadTx, collections: Iterable<string>, attachmentId: number): Promise<RecordRef[]> {
  const found: RecordRef[] = [];
  for (const name of collections) {
    const collection = tx.db.getCollection(name) as Collection | undefined; // a collection may have been removed
    if (!collection) continue;
    const key = collection.filterTargetKey as string; // one key: processes have no records with several
    for (const path of fileFieldsOf(collection)) {
      const rows = await rowsOf(tx, name, { filter: { [`${path}.id`]: attachmentId }, fields: [key] });
      found.push(...rows.map((row) => ({ recordCollection: name, recordId: String(row.get(key)) })));
    }
  }
  return found;
}

function fileFieldsOf(collection: Collection): string[] {
  const fields = [...collection.fields.values()] as { name: string; type: string; target?: string }[]; // declared as any
  return fields.flatMap(({ name, type, target }) => {
    if (target === 'attachments') return [name];
    const child = type === 'hasMany' && target ? collection.db.getCollection(target) : undefined;
    const inside = child ? ([...child.fields.values()] as { name: string; target?: string }[]) : [];
    return inside.filter((field) => field.target === 'attachments').map((field) => `${name}.${field.name}`);
  });
}
