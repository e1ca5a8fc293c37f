import type { Database } from '@nocobase/database';
import type { Instant } from '@wuxin/bpmn-core';
import { inReadTransaction, inWriteTransaction } from '../store';
import { systemClock, type Clock } from './clock';
import type { Tx } from './tx';

/** What one application's engine has of its own beside its tables: a clock, ids and someone to poke when work is ready. */
export class Engine {
  clock: Clock = systemClock;
  /** Tells the workers that a commit left work; the tables are the truth, so a lost poke costs seconds only. */
  poke: () => void = () => undefined;
  private nextId: () => string = () => {
    throw new Error('the engine has no id generator yet');
  };

  constructor(readonly db: Database) {}

  useIds(generate: () => string): void {
    this.nextId = generate;
  }

  newId(): string {
    return this.nextId();
  }

  /** One command, one transaction. After the commit the workers are poked. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.writeQuietly(work);
    this.poke();
    return result;
  }

  /** A write of the workers themselves, which look again anyway. */
  writeQuietly<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inWriteTransaction(this.db, this.clock, work);
  }

  /** A write of which no log tells, not even that there was one: whoever votes in secret leaves no line of their own. */
  writeUnlogged<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inWriteTransaction(this.db, this.clock, work, { isLogged: false });
  }

  /** A write that stands for a moment of the past: what is entered later, and demonstrations. */
  async writeAt<T>(now: Instant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inWriteTransaction(this.db, { now: () => now }, work);
  }

  /** A consistent read for queries. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inReadTransaction(this.db, this.clock, work);
  }
}

const engines = new WeakMap<Database, Engine>();

/** The engine of an application, found by its database. */
export function engineOf(db: Database): Engine {
  const known = engines.get(db) ?? new Engine(db);
  engines.set(db, known);
  return known;
}
