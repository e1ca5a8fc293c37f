import type { Database } from '@nocobase/database';
import { Transaction } from 'sequelize';
import { keepConnections } from './sqlite-connections';
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
export interface Connections {
  getConnection(options?: object): Promise<SqliteConnection>;
}

/** A database that was closed and started again has another. */
const preparedManagers = new WeakSet<object>();
const prepared = new WeakSet<Database>();

/** What Sequelize reads for transactions that name no type of their own; its types leave it out. */
interface TransactionDefaults {
  transactionType?: Transaction.TYPES;
}

/**
 * Lets readers and one writer work side by side (write-ahead log) and writers of NocoBase and of ours wait for each other
 * ({@link queueWriters}) instead of failing. Sequelize opens a connection for each transaction: each is told how long to wait for other
 * programs, and a few are kept ({@link keepConnections}). Nothing for other databases.
 *
 * Transactions take the write lock when they begin: one that reads first and writes later fails without waiting when
 * somebody else has committed in between, as NocoBase's own updates would.
 */
export async function prepareSqlite(db: Database): Promise<void> {
  if (!isSqlite(db)) return;
  prepareConnections(db);
  if (prepared.has(db)) return;
  prepared.add(db);
  (db.sequelize as unknown as { options: TransactionDefaults }).options.transactionType = Transaction.TYPES.IMMEDIATE;
  queueWriters(db);
  await db.sequelize.query('PRAGMA journal_mode = WAL');
}

function prepareConnections(db: Database): void {
  const { connectionManager } = db.sequelize;
  if (preparedManagers.has(connectionManager)) return;
  preparedManagers.add(connectionManager);
  keepConnections(db);
  waitForOthers(connectionManager as unknown as Connections); // left out of its types
}

function waitForOthers(manager: Connections): void {
  const getConnection = manager.getConnection.bind(manager);
  const told = new WeakSet<SqliteConnection>();
  manager.getConnection = async (options) => {
    const connection = await getConnection(options);
    if (!told.has(connection)) connection.configure('busyTimeout', BUSY_TIMEOUT_MS);
    told.add(connection);
    return connection;
  };
}
