import { Migration } from '@nocobase/server';
import { Op } from 'sequelize';
import { systemClock } from '../runtime/clock';
import { inWriteTransaction, tables } from '../store';

/** Builds before this day left the steps of a deadline behind when its task was done; they found nothing to do later. */
export default class extends Migration {
  override on = 'afterLoad';

  override async up(): Promise<void> {
    const { db } = this;
    const closed = tables.tasks.among(db, 'id', { status: { [Op.ne]: 'open' } });
    await inWriteTransaction(db, systemClock, (tx) => tables.jobs.delete(tx, { kind: 'deadlineStep', taskId: closed }));
  }
}
