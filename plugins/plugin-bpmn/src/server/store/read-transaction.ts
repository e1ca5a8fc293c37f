import type { Database } from '@nocobase/database';
import { Transaction } from 'sequelize';
import type { Clock } from '../runtime/clock';
import type { Tx } from '../runtime/tx';
import { isSqlite } from './table';

/** A consistent view for queries, which keeps no writer waiting. What it is given must not write. */
export function inReadTransaction<T>(db: Database, clock: Clock, work: (tx: Tx) => Promise<T>): Promise<T> {
  const type = isSqlite(db) ? Transaction.TYPES.DEFERRED : undefined;
  return db.sequelize.transaction({ type }, (transaction) => work({ db, transaction, now: clock.now() }));
}
