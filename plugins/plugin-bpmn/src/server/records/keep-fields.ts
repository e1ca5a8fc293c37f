import type { Database, Model } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { conflict } from '../runtime/errors';
import { tables, type VersionRecord } from '../store';
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

/**
 * Refuses to remove a field, or a whole collection, that open cases use in forms, conditions or settings of their versions: their tasks
 * could not be opened any more. Who may otherwise change collections is NocoBase's affair.
 *
 * The event handlers throw conflict `record.fieldInUse` and `record.collectionInUse` with the processes and the number of cases.
 */
export function keepFieldsInUse(db: Database, recordCollections: () => ReadonlySet<string>): void {
  const keepField = async (row: Model, { transaction }: HookOptions) => {
    const collection = String(row.get('collectionName'));
    const field = String(row.get('name'));
    const records = recordsWith(db, recordCollections(), collection);
    const use = await useOf({ db, transaction }, records, (version) => mentions(version, field));
    if (use) throw conflict('record.fieldInUse', { collection, field, ...use });
  };
  const keepCollection = async (row: Model, { transaction }: HookOptions) => {
    const collection = String(row.get('name'));
    const use = await useOf({ db, transaction }, recordsWith(db, recordCollections(), collection), () => true);
    if (use) throw conflict('record.collectionInUse', { collection, ...use });
  };
  // before NocoBase's own listeners, which take the field out of memory and tell other nodes; it waits for what a listener returns
  db.prependListener('fields.beforeDestroy', keepField as (row: Model, options: HookOptions) => void);
  db.prependListener('collections.beforeDestroy', keepCollection as (row: Model, options: HookOptions) => void);
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
