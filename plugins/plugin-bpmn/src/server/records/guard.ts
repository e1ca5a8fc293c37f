import type { Collection, Database, Model } from '@nocobase/database';
import type { Transaction, WhereOptions } from 'sequelize';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord } from '../store';
import { forgetRecords } from './read';
import { mustNotBeLocked, recordLocksOf } from './locks';
import { owningRecords } from './owned';
import { openInstanceAmong, openInstanceOf, recordsOwning } from './store';

/** Transactions of our commands: only they may change a record that an open instance is about. */
const commands = new WeakSet<Transaction>();

/** Runs a write to a record as part of a command. */
export async function underCommand<T>(tx: Tx, write: () => Promise<T>): Promise<T> {
  commands.add(tx.transaction);
  try {
    return await write();
  } finally {
    commands.delete(tx.transaction);
    forgetRecords(tx);
  }
}

interface HookOptions {
  readonly transaction?: Transaction;
}

interface BulkOptions extends HookOptions {
  readonly model?: unknown;
  readonly where?: WhereOptions;
  readonly individualHooks?: boolean;
}

/**
 * Refuses generic changes of records under an open instance, or under a lock of another plugin, and of the rows that they own, whoever
 * asks: the table page, an import, a workflow, the root user; row by row or in one statement. Collections that no process uses cost one look-up in memory.
 */
export function lockFields(db: Database, recordCollections: () => ReadonlySet<string>): void {
  const guarded = (model: unknown, { transaction }: HookOptions) => {
    const collection = db.modelCollection.get(model as never); // NocoBase keys the map by model class
    return !collection || (transaction && commands.has(transaction)) ? undefined : collection;
  };
  const isRecord = (collection: Collection) => recordCollections().has(collection.name);
  const refuseRow = async (row: Model, options: HookOptions) => {
    const collection = guarded(row.constructor, options);
    if (!collection) return;
    if (isRecord(collection)) {
      const recordId = String(row.get(collection.filterTargetKey as string));
      await lockRows(collection, { [collection.filterTargetKey as string]: recordId }, options);
      refuseOpen(collection, await openInstanceOf({ db, transaction: options.transaction }, collection.name, [recordId]));
      await mustNotBeLocked({ db, transaction: options.transaction, collection: collection.name, recordIds: [recordId] });
    }
    await refuseOwned(collection, [row], options);
  };
  const refuseNew = async (rows: readonly Model[], options: HookOptions) => {
    const collection = rows[0] && guarded(rows[0].constructor, options);
    if (collection) await refuseOwned(collection, rows, options);
  };
  const refuseRows = async (options: BulkOptions) => {
    const collection = options.individualHooks ? undefined : guarded(options.model, options);
    if (!collection) return;
    const { transaction, where } = options;
    if (isRecord(collection)) {
      await lockRows(collection, where, options);
      refuseOpen(collection, await openInstanceAmong({ db, transaction }, collection, where));
      await refuseLocked(collection, options);
    }
    if (owningRecords(db, recordCollections(), collection.name).length === 0) return;
    const rows: Model[] = await collection.model.findAll({ where, transaction });
    await refuseOwned(collection, rows, options);
  };
  /** The records that own these rows, as the rows are and as they would become. */
  const refuseOwned = async (collection: Collection, rows: readonly Model[], { transaction }: HookOptions) => {
    for (const record of owningRecords(db, recordCollections(), collection.name)) {
      const keys = rows.flatMap((row): unknown[] => [row.get(record.foreignKey), row.previous(record.foreignKey)]);
      const recordIds = await recordsOwning({ db, transaction }, { ...record, keys });
      const { recordCollection } = record;
      refuseOpen(db.getCollection(record.owner), await openInstanceOf({ db, transaction }, recordCollection, recordIds));
      await mustNotBeLocked({ db, transaction, collection: recordCollection, recordIds });
    }
  };
  const refuseLocked = async (collection: Collection, { where, transaction }: BulkOptions) => {
    if (recordLocksOf(db).all().length === 0) return;
    const key = collection.filterTargetKey as string; // one key: processes have no records with several
    const rows: Model[] = await collection.model.findAll({ attributes: [key], where, transaction });
    const recordIds = rows.map((row) => String(row.get(key)));
    await mustNotBeLocked({ db, transaction, collection: collection.name, recordIds });
  };
  db.on('beforeUpdate', refuseRow);
  db.on('beforeDestroy', refuseRow);
  db.on('beforeCreate', (row: Model, options: HookOptions) => refuseNew([row], options));
  db.on('beforeBulkCreate', refuseNew);
  db.on('beforeBulkUpdate', refuseRows);
  db.on('beforeBulkDestroy', refuseRows);
}

/** An instance that is just starting about one of them is waited for; one that starts later waits for the write. */
async function lockRows(collection: Collection, where: WhereOptions | undefined, { transaction }: HookOptions): Promise<void> {
  if (!transaction) return;
  const attributes = [collection.filterTargetKey as string]; // one key: processes have no records with several
  await collection.model.findAll({ attributes, where, raw: true, transaction, lock: transaction.LOCK.UPDATE });
}

function refuseOpen({ name }: Collection, open: InstanceRecord | undefined): void {
  if (!open) return;
  throw conflict('record.underOpenInstance', { collection: name, recordId: open.recordId, instanceTitle: open.title });
}
