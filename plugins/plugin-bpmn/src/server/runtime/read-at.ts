import type { Instant } from '@wuxin/bpmn-core';
import type { Database } from '@nocobase/database';
import type { Transaction } from 'sequelize';

/** What a read of something that depends on the time needs. A `Tx` is one; outside a command the transaction is missing. */
export interface ReadAt {
  readonly db: Database;
  readonly transaction?: Transaction;
  readonly now: Instant;
}
