import { Migration } from '@nocobase/server';
import { Op } from 'sequelize';
import { systemClock } from '../runtime/clock';
import { inWriteTransaction, tables } from '../store';

/** Builds before this day did not note when a file was submitted, in a field of a form not even whether: those stay for good. */
export default class extends Migration {
  override on = 'afterLoad';

  override async up(): Promise<void> {
    const { db } = this;
    await inWriteTransaction(db, systemClock, async (tx) => {
      const submitted = { [Op.or]: [{ taskId: { [Op.ne]: null } }, { instanceId: null }] };
      await tables.files.update(tx, { submittedAt: null, ...submitted }, { submittedAt: tx.now });
    });
  }
}
