import { defineCollection } from '@nocobase/database';

/** Records that are archived: each with its digest, and with the history of its case up to that moment. Nobody changes them any more. */
export default defineCollection({
  name: 'sealedRecords',
  dumpRules: 'required',
  timestamps: false,
  indexes: [{ unique: true, fields: ['recordCollection', 'recordId'] }],
  fields: [
    { type: 'bigInt', name: 'id', autoIncrement: true, primaryKey: true, allowNull: false },
    { type: 'string', name: 'recordCollection', allowNull: false },
    { type: 'string', name: 'recordId', allowNull: false },
    // the case that the record was about, as its title
    { type: 'string', name: 'title' },
    { type: 'string', name: 'instanceId', allowNull: false },
    { type: 'string', name: 'digest', allowNull: false },
    // of the bytes of its files; null: it has none, or was archived before this was kept and its files cannot be read
    { type: 'string', name: 'filesDigest' },
    // the moment from which on the bytes are covered: of the archive, or of the upgrade for what was archived before
    { type: 'bigInt', name: 'filesSealedAt' },
    { type: 'integer', name: 'historySequence', allowNull: false },
    { type: 'string', name: 'historyHash', allowNull: false },
    // a moment in milliseconds
    { type: 'bigInt', name: 'sealedAt', allowNull: false },
  ],
});
