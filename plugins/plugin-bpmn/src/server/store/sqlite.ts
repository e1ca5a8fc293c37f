import type { Database } from '@nocobase/database';
import { Transaction } from 'sequelize';
import { queueWriters } from './sqlite-writers';
import { isSqlite } from './dialect';

/** How long a writer waits for another program's write before it gives up and is tried again. */
const BUSY_TIMEOUT_MS = 5_000;

/** What Sequelize opens for SQLite. */
export interface SqliteConnection {
  configure(option: 'busyTimeout', milliseconds: number): void;
  run(sql: string, done: (error: Error | null) => void): void;
}

/** The part of Sequelize that hands out connections; for SQLite it runs no hook when it opens one. */
interface Connections {
  getConnection(options?: object): Promise<SqliteConnection>;
}

const prepared = new WeakSet<Database>();

/** What Sequelize reads for transactions that name no type of their own; its types leave it out. */
interface TransactionDefaults {
  transactionType?: Transaction.TYPES;
}

/**
 * Lets readers and one writer work side by side (write-ahead log) and writers of NocoBase and of ours wait for each other
 * ({@link queueWriters}) instead of failing. Sequelize opens a connection for each transaction, so each is told how long to
 * wait for other programs. Nothing for other databases.
 *
 * Transactions take the write lock when they begin: one that reads first and writes later fails without waiting when
 * somebody else has committed in between, as NocoBase's own updates would.
 */
export async function prepareSqlite(db: Database): Promise<void> {
  if (!isSqlite(db) || prepared.has(db)) return;
  prepared.add(db);
  onConnection(db, async (connection) => connection.configure('busyTimeout', BUSY_TIMEOUT_MS));
  (db.sequelize as unknown as { options: TransactionDefaults }).options.transactionType = Transaction.TYPES.IMMEDIATE;
  queueWriters(db);
  await db.sequelize.query('PRAGMA journal_mode = WAL');
}

/** Does this to every connection to SQLite before it is used first, from now on. */
export function onConnection({ sequelize }: Database, prepare: (connection: SqliteConnection) => Promise<void>): void {
  const { connectionManager } = sequelize as unknown as { connectionManager: Connections }; // left out of its types
  const getConnection = connectionManager.getConnection.bind(connectionManager);
  const ready = new WeakMap<SqliteConnection, Promise<void>>();
  connectionManager.getConnection = async (options) => {
    const connection = await getConnection(options);
    const preparing = ready.get(connection) ?? prepare(connection);
    ready.set(connection, preparing);
    await preparing;
    return connection;
  };
}
