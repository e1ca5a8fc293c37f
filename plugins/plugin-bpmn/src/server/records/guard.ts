import type { Collection, Database, Model } from '@nocobase/database';
import type { Transaction, WhereOptions } from 'sequelize';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord } from '../store';
import { forgetRecords } from './read';
import { openInstanceAmong, openInstanceOf } from './store';

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
 * Refuses generic updates and deletions of records under an open instance, whoever asks: the table page, an import, a
 * workflow, the root user; row by row or in one statement. Collections that no process uses cost one look-up in memory.
 */
export function lockFields(db: Database, recordCollections: () => ReadonlySet<string>): void {
  const guarded = (model: unknown, { transaction }: HookOptions) => {
    const collection = db.modelCollection.get(model as never); // NocoBase keys the map by model class
    const isFree = !collection || !recordCollections().has(collection.name) || (transaction && commands.has(transaction));
    return isFree ? undefined : collection;
  };
  const refuseRow = async (row: Model, options: HookOptions) => {
    const collection = guarded(row.constructor, options);
    if (!collection) return;
    const recordId = String(row.get(collection.filterTargetKey as string));
    await lockRows(collection, { [collection.filterTargetKey as string]: recordId }, options);
    refuseOpen(collection, await openInstanceOf({ db, transaction: options.transaction }, collection, recordId));
  };
  const refuseRows = async (options: BulkOptions) => {
    const collection = options.individualHooks ? undefined : guarded(options.model, options);
    if (!collection) return;
    const { transaction, where } = options;
    await lockRows(collection, where, options);
    refuseOpen(collection, await openInstanceAmong({ db, transaction }, collection, where));
  };
  db.on('beforeUpdate', refuseRow);
  db.on('beforeDestroy', refuseRow);
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
