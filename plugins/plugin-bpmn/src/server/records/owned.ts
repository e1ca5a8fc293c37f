import type { Collection, Database } from '@nocobase/database';
import { fieldsOf, type FieldFacts } from './fields';

/** Rows of one collection that belong to those of another: a sub-table, a sub-form, or the links of a many-to-many field. */
export interface Ownership {
  readonly owner: string;
  /** Of the owned rows: the key of their owner. */
  readonly foreignKey: string;
}

/**
 * Collections whose rows belong to a record, directly or through others, with how each leads one step up. Who changes such a row
 * changes the record.
 */
export function ownedCollectionsOf(db: Database, recordCollection: string): ReadonlyMap<string, Ownership> {
  const found = new Map<string, Ownership>();
  const walk = (owner: Collection) => {
    for (const field of fieldsOf(owner)) {
      const name = ownedBy(field);
      const { foreignKey } = field;
      if (name === undefined || foreignKey === undefined || found.has(name) || name === recordCollection) continue;
      found.set(name, { owner: owner.name, foreignKey });
      const owned = field.type === 'belongsToMany' ? undefined : db.getCollection(name);
      if (owned) walk(owned);
    }
  };
  const collection = db.getCollection(recordCollection) as Collection | undefined; // it may have been removed
  if (collection) walk(collection);
  return found;
}

function ownedBy({ type, target, through }: FieldFacts): string | undefined {
  if (type === 'hasMany' || type === 'hasOne') return target;
  return type === 'belongsToMany' ? through : undefined;
}
