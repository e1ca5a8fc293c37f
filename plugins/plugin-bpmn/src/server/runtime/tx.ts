import type { Instant } from '@wuxin/bpmn-core';
import type { Database } from '@nocobase/database';
import type { Transaction } from 'sequelize';

/**
 * One open transaction and the moment it stands for. Whatever writes takes it as its first parameter; nothing that takes
 * it opens a transaction of its own (NocoBase has no implicit one: each repository call needs `transaction`).
 */
export interface Tx {
  readonly db: Database;
  readonly transaction: Transaction;
  readonly now: Instant;
}
