import type { Database } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { perDatabase } from '../runtime/per-database';

/** Records of one collection, asked about in a transaction or outside of any. */
export interface AskedRecords {
  readonly db: Database;
  readonly transaction?: Transaction;
  readonly collection: string;
  readonly recordIds: readonly string[];
}

/**
 * A reason of another plugin for which records stay as they are after their cases have ended, such as that they are archived. It holds
 * against everybody's changes and against new cases about them; the steps of cases that are still open are not asked.
 */
export interface RecordLock {
  readonly name: string;
  /** What is said to who would change the first of these records that may not be changed; undefined when all may. */
  refusal(asked: AskedRecords): Promise<Error | undefined>;
}

class RecordLocks {
  private readonly byName = new Map<string, RecordLock>();

  /** Again, under the same name, when an application reloads. */
  register(lock: RecordLock): void {
    this.byName.set(lock.name, lock);
  }

  all(): readonly RecordLock[] {
    return [...this.byName.values()];
  }
}

/** The locks of one application. */
export const recordLocksOf = perDatabase(() => new RecordLocks());

/** @throws what a lock says */
export async function mustNotBeLocked(asked: AskedRecords): Promise<void> {
  if (asked.recordIds.length === 0) return;
  for (const lock of recordLocksOf(asked.db).all()) {
    const refusal = await lock.refusal(asked);
    if (refusal) throw refusal;
  }
}
