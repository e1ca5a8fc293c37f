import { Migration } from '@nocobase/server';
import { digestFilesOfEarlierArchives, fileStoreOf } from '../archive';
import { connect } from '../connect';

/**
 * Builds before this day kept no digest of the bytes of archived files. What they were when they were archived nobody can say any more;
 * from this upgrade on they are covered as they are now.
 */
export default class extends Migration {
  override on = 'afterLoad';

  override async up(): Promise<void> {
    const files = fileStoreOf((name) => this.app.pm.get(name));
    await digestFilesOfEarlierArchives({ ...connect(this.db), files });
  }
}
