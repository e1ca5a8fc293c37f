import type { Database } from '@nocobase/database';
import { Transaction, type TransactionOptions } from 'sequelize';
import { Gate } from './gate';

/** Where a transaction is held: before this statement of it, once it has sent one like `after`. */
export interface Point {
  readonly before: RegExp;
  readonly after?: RegExp;
}

/**
 * Everything is written, nobody else can see it yet: before the commit of the first transaction that wrote to a table whose
 * name begins like this.
 */
export const beforeCommitOf = (table: string): Point => ({
  before: /^COMMIT/,
  // a message to PostgreSQL may have several statements, a line each
  after: new RegExp(`^(INSERT INTO|UPDATE|DELETE FROM) ["\`](public"\\.")?${table}`, 'm'),
});
export const BEFORE_COMMIT = beforeCommitOf('bpmn');

export interface Race<First, Second> {
  /** Runs until it is held. */
  readonly first: () => Promise<First>;
  /** Begins when the first is held. */
  readonly second: () => Promise<Second>;
  /** {@link BEFORE_COMMIT} unless said otherwise. */
  readonly heldAt?: Point;
}

export interface Finish<First, Second> {
  readonly first: First;
  readonly second: Second;
  /** Did the second wait for the first? Otherwise it was done while the first was still held. */
  readonly secondWaited: boolean;
}

/** What the track wraps: every statement, also BEGIN and COMMIT, and every wish for a transaction go through these two. */
interface Statements {
  query(sql: string | { query: string }, options?: { transaction?: Transaction | null }): Promise<unknown>;
  transaction(...args: unknown[]): Promise<unknown>;
}

/** Nothing that a race does takes as long. */
const PATIENCE_MS = 20_000;

/**
 * Lets two pieces of work run against each other on one database in an order that a test decides: the first is held in the
 * middle of its transaction, the second begins and is seen to wait for it or to be done, then the first goes on. No pauses:
 * PostgreSQL is asked who waits for whom; on SQLite a writer that has asked for a transaction and has none is waiting.
 */
export class RaceTrack {
  private armed: { readonly point: Point; readonly gate: Gate; transaction?: Transaction } | undefined;
  private readonly sent = new WeakMap<Transaction, string[]>();
  private waitingForTransaction = 0;

  private constructor(
    private readonly db: Database,
    private readonly settle: () => Promise<void>,
  ) {}

  /**
   * Puts itself between the application and its database, until the application ends. `settle` waits for what goes on in the background:
   * a writer of that kind is not the second, which is waited for.
   */
  static on(db: Database, settle: () => Promise<void>): RaceTrack {
    const track = new RaceTrack(db, settle);
    const sequelize = db.sequelize as unknown as Statements; // the part of Sequelize that is wrapped here
    const query = sequelize.query.bind(sequelize);
    const transaction = sequelize.transaction.bind(sequelize);
    sequelize.query = async (sql, options) => {
      await track.pass(typeof sql === 'string' ? sql : sql.query, options?.transaction ?? undefined);
      return query(sql, options);
    };
    sequelize.transaction = (...args) => (isReader(args[0]) ? transaction(...args) : track.countWaiting(transaction, args));
    return track;
  }

  async run<First, Second>({ first, second, heldAt = BEFORE_COMMIT }: Race<First, Second>): Promise<Finish<First, Second>> {
    await this.settle();
    const gate = new Gate();
    const armed: RaceTrack['armed'] = { point: heldAt, gate };
    this.armed = armed;
    const firstDone = first();
    try {
      await before(gate.reached, firstDone, 'the first was done and never came to the point where it is held');
      const secondDone = second();
      const secondWaited = await this.isWaiting(secondDone, armed.transaction!); // set by whoever reached the gate
      gate.open();
      return { first: await firstDone, second: await secondDone, secondWaited };
    } finally {
      this.armed = undefined;
      gate.open();
    }
  }

  private async pass(sql: string, transaction: Transaction | undefined): Promise<void> {
    if (!transaction) return;
    const sent = this.sent.get(transaction) ?? [];
    this.sent.set(transaction, sent);
    const { armed } = this;
    const isHere = armed && !armed.transaction && armed.point.before.test(sql);
    sent.push(sql);
    if (!isHere || !sent.some((earlier) => armed.point.after?.test(earlier) ?? true)) return;
    armed.transaction = transaction;
    await armed.gate.hold();
  }

  private async countWaiting(transaction: Statements['transaction'], args: unknown[]): Promise<unknown> {
    this.waitingForTransaction += 1;
    let isWaiting = true;
    const begun = () => {
      if (isWaiting) this.waitingForTransaction -= 1;
      isWaiting = false;
    };
    const work = args.at(-1);
    const given =
      typeof work === 'function' ? [...args.slice(0, -1), (held: Transaction) => (begun(), work(held) as unknown)] : args;
    try {
      return await transaction(...given);
    } finally {
      begun();
    }
  }

  /** @returns true as soon as the work waits for the held transaction; false when it is done without that */
  private async isWaiting(work: Promise<unknown>, held: Transaction): Promise<boolean> {
    let isDone = false;
    const done = () => void (isDone = true);
    work.then(done, done);
    for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
      if (isDone) return false;
      if (await this.isSomebodyBehind(held)) return true;
    }
    throw new Error('the second neither waits for the first nor is it done');
  }

  private async isSomebodyBehind(held: Transaction): Promise<boolean> {
    const { sequelize } = this.db;
    if (sequelize.getDialect() === 'sqlite') {
      await new Promise((resolve) => setImmediate(resolve));
      return this.waitingForTransaction > 0;
    }
    const { connection } = held as unknown as { connection: { processID: number } }; // what Sequelize keeps of the driver
    const sql = `SELECT pid FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND ${Number(connection.processID)} = ANY (pg_blocking_pids(pid))`;
    const [rows] = await sequelize.query(sql);
    return rows.length > 0;
  }
}

/** Readers wait for nobody on SQLite. */
const isReader = (options: unknown) => (options as TransactionOptions | undefined)?.type === Transaction.TYPES.DEFERRED; // or the work itself, which has no type

/** @throws when the other is settled before */
async function before(awaited: Promise<void>, other: Promise<unknown>, message: string): Promise<void> {
  const settled = other.then((result) => Promise.reject(new Error(`${message}: ${JSON.stringify(result)}`)));
  await Promise.race([awaited, settled]);
  settled.catch(() => undefined);
}
