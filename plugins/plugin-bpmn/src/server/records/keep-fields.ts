import type { Collection, Database, Model } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { conflict } from '../runtime/errors';
import { tables, type VersionRecord } from '../store';
import { fieldsOf } from './fields';
import { ownedCollectionsOf } from './owned';

interface HookOptions {
  readonly transaction?: Transaction;
}

interface Use {
  /** Names of processes, as people read them. */
  readonly processes: readonly string[];
  readonly cases: number;
}

const OPEN = ['running', 'suspended'];

/** What of a field a form is compiled for and a condition reads. Titles, descriptions and options may change. */
const KIND = ['name', 'type', 'interface'] as const;
/** Where a field leads that is an association. */
const WAY = ['target', 'through', 'foreignKey', 'otherKey', 'sourceKey', 'targetKey'] as const;

/**
 * Refuses to remove a field, to make another one of it, or to remove a whole collection, when open cases use it in forms, conditions or
 * settings of their versions: their tasks could not be opened or completed any more. Who may otherwise change collections is NocoBase's
 * affair.
 *
 * The event handlers throw conflict `record.fieldInUse`, `record.fieldChangeInUse` and `record.collectionInUse` with the processes and the
 * number of cases.
 */
export function keepFieldsInUse(db: Database, recordCollections: () => ReadonlySet<string>): void {
  const useOfField = (collection: string, field: string, { transaction }: HookOptions) => {
    const records = recordsWith(db, recordCollections(), collection);
    return useOf({ db, transaction }, records, (version) => mentions(version, field));
  };
  const keepField = async (row: Model, options: HookOptions) => {
    const { collection, field } = storedName(row);
    const use = await useOfField(collection, field, options);
    if (use) throw conflict('record.fieldInUse', { collection, field, ...use });
  };
  const keepKind = async (row: Model, options: HookOptions) => {
    const { collection, field } = storedName(row);
    if (!isOtherField(db, row)) return;
    const use = await useOfField(collection, field, options);
    if (use) throw conflict('record.fieldChangeInUse', { collection, field, ...use });
  };
  const keepCollection = async (row: Model, { transaction }: HookOptions) => {
    const collection = String(row.get('name'));
    const use = await useOf({ db, transaction }, recordsWith(db, recordCollections(), collection), () => true);
    if (use) throw conflict('record.collectionInUse', { collection, ...use });
  };
  // before NocoBase's own listeners, which take the field out of memory and tell other nodes; it waits for what a listener returns
  db.prependListener('fields.beforeDestroy', keepField as (row: Model, options: HookOptions) => void);
  db.prependListener('fields.beforeUpdate', keepKind as (row: Model, options: HookOptions) => void);
  db.prependListener('collections.beforeDestroy', keepCollection as (row: Model, options: HookOptions) => void);
}

const storedName = (row: Model) => ({
  collection: String(row.previous('collectionName') ?? row.get('collectionName')),
  field: String(row.previous('name') ?? row.get('name')),
});

/** Its way is compared with the field in memory, which also has what NocoBase fills in where an administrator said nothing. */
function isOtherField(db: Database, row: Model): boolean {
  if (KIND.some((key) => row.changed(key))) return true;
  const { collection, field } = storedName(row);
  const known = db.getCollection(collection) as Collection | undefined; // it may be gone
  const present = known && fieldsOf(known).find(({ name }) => name === field);
  return present !== undefined && WAY.some((key) => (row.get(key) ?? present[key]) !== present[key]);
}

/** Record collections that are this one, or own it. */
const recordsWith = (db: Database, recordCollections: ReadonlySet<string>, collection: string): string[] =>
  [...recordCollections].filter((name) => name === collection || ownedCollectionsOf(db, name).has(collection));

async function useOf(
  asked: { readonly db: Database; readonly transaction?: Transaction },
  recordCollection: readonly string[],
  isUsedBy: (version: VersionRecord) => boolean,
): Promise<Use | undefined> {
  if (recordCollection.length === 0) return undefined;
  const open = await tables.instances.countBy(asked, ['versionId', 'processName'], { recordCollection, status: OPEN });
  if (open.length === 0) return undefined;
  const versions = await tables.versions.select(asked, { id: open.map(({ versionId }) => versionId) });
  const using = new Set(versions.filter(isUsedBy).map(({ id }) => id));
  const cases = open.filter(({ versionId }) => using.has(versionId));
  if (cases.length === 0) return undefined;
  return {
    processes: [...new Set(cases.map(({ processName }) => processName))],
    cases: cases.reduce((sum, { count }) => sum + Number(count), 0),
  };
}

/** Rather once too often: a form, an expression or a setting that has the word. */
function mentions({ xml, forms }: VersionRecord, field: string): boolean {
  return JSON.stringify(forms).includes(`"${field}"`) || xml.includes(`"${field}"`) || xml.includes(`record.${field}`);
}
