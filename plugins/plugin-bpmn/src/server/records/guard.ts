import type { Database, Model } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { forgetRecords } from './read';

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

/**
 * Refuses generic updates and deletions of records under an open instance, whoever asks: the table page, an import, a
 * workflow, the root user. Collections that no process uses cost one look-up in memory.
 */
export function lockFields(db: Database, recordCollections: () => ReadonlySet<string>): void {
  const refuse = async (model: Model, options: HookOptions) => {
    const collection = db.modelCollection.get(model.constructor as never)?.name; // NocoBase keys the map by model class
    if (!collection || !recordCollections().has(collection)) return;
    if (options.transaction && commands.has(options.transaction)) return;
    const recordId = String(model.get(db.getCollection(collection).filterTargetKey as string));
    const where = { recordCollection: collection, recordId, status: ['running', 'suspended'] };
    const open = await tables.instances.find({ db, transaction: options.transaction }, where);
    if (open) throw conflict('record.underOpenInstance', { collection, recordId, instanceTitle: open.title });
  };
  db.on('beforeUpdate', refuse);
  db.on('beforeDestroy', refuse);
}
