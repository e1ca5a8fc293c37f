import type { Database } from '@nocobase/database';
import { Transaction } from 'sequelize';

/** After this time the next writer no longer counts on the one before: a transaction that was forgotten holds up nobody for ever. */
const LONGEST_TURN_MS = 15_000;

/** Whoever takes a turn has it when everybody before has given theirs back. */
class Turns {
  private last: Promise<void> = Promise.resolve();

  /** @returns gives the turn back; more than once is no harm */
  async take(): Promise<() => void> {
    const before = this.last;
    let giveBack = (): void => undefined;
    this.last = new Promise((resolve) => (giveBack = resolve));
    await before;
    const limit = setTimeout(giveBack, LONGEST_TURN_MS);
    limit.unref();
    return () => {
      clearTimeout(limit);
      giveBack();
    };
  }
}

type Options = { type?: Transaction.TYPES; transaction?: Transaction | null } | undefined;
type Work = (transaction: Transaction) => Promise<unknown>;

/** The part of Sequelize through which every transaction and every statement goes. */
interface Gateway {
  transaction(options?: Options, work?: Work): Promise<unknown>;
  query(sql: string | { query: string }, options?: { transaction?: Transaction | null }): Promise<unknown>;
}

/** What Sequelize calls when a transaction is over, before its hooks run; left out of its types. */
type Ending = Record<'cleanup' | 'forceCleanup', () => unknown>;

/**
 * SQLite has one writer. All that may write, NocoBase's transactions, ours and statements without one, wait for each other
 * here and not inside SQLite: there each of them would keep one of Node's few threads while it waits, and the writer that
 * they wait for would find none to go on with, until all of them fail with SQLITE_BUSY.
 */
export function queueWriters({ sequelize }: Database): void {
  const turns = new Turns();
  const gateway = sequelize as unknown as Gateway;
  const transaction = gateway.transaction.bind(gateway);
  const query = gateway.query.bind(gateway);

  gateway.transaction = async (given?: Options | Work, givenWork?: Work) => {
    const [options, work] = typeof given === 'function' ? [undefined, given] : [given, givenWork];
    const isReader = options?.type === Transaction.TYPES.DEFERRED;
    if (isReader || options?.transaction) return transaction(options, work);
    const giveBack = await turns.take();
    try {
      if (work) return await transaction(options, (begun) => work(atEnd(begun, giveBack)));
      return atEnd((await transaction(options)) as Transaction, giveBack); // without work Sequelize gives the transaction
    } catch (error) {
      giveBack();
      throw error;
    }
  };

  gateway.query = async (sql, options) => {
    if (options?.transaction || !isWrite(typeof sql === 'string' ? sql : sql.query)) return query(sql, options);
    const giveBack = await turns.take();
    try {
      return await query(sql, options);
    } finally {
      giveBack();
    }
  };
}

const isWrite = (sql: string) => /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql);

/** Before the hooks that run after a commit: they may want to write. */
function atEnd(transaction: Transaction, then: () => void): Transaction {
  const ending = transaction as unknown as Ending;
  for (const name of ['cleanup', 'forceCleanup'] as const) {
    const end = ending[name].bind(transaction);
    ending[name] = () => {
      then();
      return end();
    };
  }
  return transaction;
}
