import { Migration } from '@nocobase/server';
import { systemClock } from '../runtime/clock';
import { inWriteTransaction, placePathOf, tables } from '../store';

/** Builds before this day looked for the cases of a supervisor's places in the paths of all cases. */
export default class extends Migration {
  override on = 'afterLoad';

  override async up(): Promise<void> {
    const { db } = this;
    await inWriteTransaction(db, systemClock, async (tx) => {
      const paths = await tables.instances.countBy(tx, ['placePath'], {});
      await tables.placePaths.insertNew(
        tx,
        paths.map(({ placePath }) => placePathOf(placePath ?? [])).filter((path) => path !== undefined),
      );
    });
  }
}
