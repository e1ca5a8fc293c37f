import type { Database } from '@nocobase/database';
import type { Artefacts } from './artefacts';
import { collectionOptions, fieldOptions } from './fields';
import type { CollectionDefinition, FieldDefinition } from './schema';

/**
 * Creates the collections through the collection manager, so that they belong to the administrators like any that they made
 * themselves. Fields that a later version of the content brings are added; nothing that exists is changed.
 */
export async function installCollections(
  db: Database,
  collections: readonly CollectionDefinition[],
  artefacts: Artefacts,
): Promise<void> {
  for (const collection of targetsFirst(collections)) {
    await artefacts.once('collection', collection.name, () => createCollection(db, collection));
    for (const field of collection.fields) {
      await artefacts.once('field', `${collection.name}.${field.name}`, () => createField(db, collection.name, field));
    }
  }
}

/** A sub-table's collection has to be there before the field that points at it. */
function targetsFirst(collections: readonly CollectionDefinition[]): CollectionDefinition[] {
  const isTarget = ({ name }: CollectionDefinition) =>
    collections.some(({ fields }) => fields.some((field) => 'target' in field && field.target === name));
  return [...collections].sort((a, b) => Number(isTarget(b)) - Number(isTarget(a)));
}

async function createCollection(db: Database, collection: CollectionDefinition): Promise<void> {
  if (db.hasCollection(collection.name)) return;
  // without a context the collection manager only stores the description and makes no table
  await db.getRepository('collections').create({ values: collectionOptions(collection), context: {} });
}

async function createField(db: Database, collection: string, field: FieldDefinition): Promise<void> {
  if (db.getCollection(collection)?.hasField(field.name)) return;
  await db
    .getRepository('fields')
    .create({ values: { collectionName: collection, ...fieldOptions(field, collection) }, context: {} });
}
