import type { Database } from '@nocobase/database';
import type { Artefacts } from '../artefacts';
import { collectionOptions, fieldOptions, isColumn } from './fields';
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
    const columns = collection.fields.filter(isColumn).map((field) => artefactOf(collection, field));
    await artefacts.once('collection', collection.name, async () => {
      if (await createCollection(db, collection)) await artefacts.remember('field', columns);
    });
    for (const field of collection.fields) {
      await artefacts.once('field', artefactOf(collection, field), () => createField(db, collection.name, field));
    }
  }
}

const artefactOf = (collection: CollectionDefinition, field: FieldDefinition) => `${collection.name}.${field.name}`;

/** A sub-table's collection has to be there before the field that points at it. */
function targetsFirst(collections: readonly CollectionDefinition[]): CollectionDefinition[] {
  const isTarget = ({ name }: CollectionDefinition) =>
    collections.some(({ fields }) => fields.some((field) => 'target' in field && field.target === name));
  return [...collections].sort((a, b) => Number(isTarget(b)) - Number(isTarget(a)));
}

/** @returns whether it was not there yet: then it has all its columns */
async function createCollection(db: Database, collection: CollectionDefinition): Promise<boolean> {
  if (db.hasCollection(collection.name)) return false;
  // without a context the collection manager only stores the description and makes no table
  await db.getRepository('collections').create({ values: collectionOptions(collection), context: {} });
  return true;
}

async function createField(db: Database, collection: string, field: FieldDefinition): Promise<void> {
  if (db.getCollection(collection)?.hasField(field.name)) return;
  await db
    .getRepository('fields')
    .create({ values: { collectionName: collection, ...fieldOptions(field, collection) }, context: {} });
}
