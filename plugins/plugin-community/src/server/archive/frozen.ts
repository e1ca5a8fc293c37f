import { CommunityError } from '../errors';
import type { RecordLock } from '../ports';
import { findRow, text } from '../rows';

/** What is archived stays as it is. */
export const frozenRecords: RecordLock = {
  name: 'archive',
  async refusal({ db, transaction, collection, recordIds }) {
    const filter = { recordCollection: collection, recordId: { $in: [...recordIds] } };
    const sealed = await findRow({ db, transaction }, 'sealedRecords', filter);
    return sealed && new CommunityError('archive.frozen', 409, { title: text(sealed, 'title') });
  },
};
