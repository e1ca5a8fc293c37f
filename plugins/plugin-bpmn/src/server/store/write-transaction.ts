import type { Database } from '@nocobase/database';
import { Transaction } from 'sequelize';
import type { Clock } from '../runtime/clock';
import { BpmnError } from '../runtime/errors';
import { ownNamesOf } from '../runtime/own-names';
import type { Tx } from '../runtime/tx';
import { isSqlite } from './dialect';

/** Tries of one command when the database says that somebody else was in the way. */
const MAX_TRIES = 6;
const PAUSE_MS = 25;

/** PostgreSQL: serialization failure, deadlock. SQLite: another program holds the write lock. */
const TRANSIENT = new Set(['40001', '40P01', 'SQLITE_BUSY', 'ER_LOCK_DEADLOCK']);
/** No space is left where the tables lie; the transaction was undone. */
const FULL = new Set(['53100', 'SQLITE_FULL']);

/**
 * Runs a command in one transaction and commits it, or changes nothing and throws what it threw. A transaction that lost a
 * race for a lock is run again: `work` must not keep anything from a failed run.
 *
 * @throws `database.busy` when somebody is in the way each time, `database.full` when no space is left
 */
export function inWriteTransaction<T>(
  db: Database,
  clock: Clock,
  work: (tx: Tx) => Promise<T>,
  { isLogged = true }: { isLogged?: boolean } = {},
): Promise<T> {
  return withRetries(db, () => once(db, clock, work, isLogged));
}

/** Everything that `work` reads is of one moment. It waits for no writer and holds up none. */
export function inReadTransaction<T>(db: Database, clock: Clock, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { TYPES, ISOLATION_LEVELS } = Transaction;
  const options = isSqlite(db) ? { type: TYPES.DEFERRED } : { isolationLevel: ISOLATION_LEVELS.REPEATABLE_READ };
  return db.sequelize.transaction(options, (transaction) => work({ db, transaction, now: clock.now() }));
}

function once<T>(db: Database, clock: Clock, work: (tx: Tx) => Promise<T>, isLogged: boolean): Promise<T> {
  const type = isSqlite(db) ? Transaction.TYPES.IMMEDIATE : undefined;
  return db.sequelize.transaction({ type, ...(isLogged ? {} : { logging: false }) }, (transaction) =>
    work({ db, transaction, now: clock.now() }),
  );
}

async function withRetries<T>(db: Database, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (FULL.has(codeOf(error))) throw new BpmnError('database.full', 503, {}, { cause: error });
      const isInTheWay = TRANSIENT.has(codeOf(error));
      if (!isInTheWay && !isKeyOfOurs(db, error)) throw error;
      // a key that is there each time is no race
      if (attempt >= MAX_TRIES) throw isInTheWay ? new BpmnError('database.busy', 503, {}, { cause: error }) : error;
      await pause(PAUSE_MS * 2 ** attempt);
    }
  }
}

interface DatabaseError {
  readonly name?: string;
  readonly original?: { readonly code?: string; readonly message?: string; readonly table?: string };
}

/** What Sequelize throws; anything else has none of these. */
const asDatabaseError = (error: unknown) => (error ?? {}) as DatabaseError;

const codeOf = (error: unknown): string => asDatabaseError(error).original?.code ?? '';

/** Two commands wrote the same key at once: the one that runs again finds what the winner wrote. */
function isKeyOfOurs(db: Database, error: unknown): boolean {
  const { name, original } = asDatabaseError(error);
  const named = original?.table ?? original?.message ?? '';
  return name === 'SequelizeUniqueConstraintError' && ownNamesOf(db).areNamedIn(named);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
