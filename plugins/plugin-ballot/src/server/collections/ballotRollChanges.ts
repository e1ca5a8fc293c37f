import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotRollChanges',
  title: '{{t("collections.rollChanges", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['rollId', 'status'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'rollId' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'entryId' },
    { type: 'text', name: 'entry' },
    { type: 'text', name: 'reason' },
    { type: 'string', name: 'status' },
    { type: 'bigInt', name: 'proposedById' },
    { type: 'string', name: 'proposedByName' },
    { type: 'bigInt', name: 'proposedAt' },
    { type: 'bigInt', name: 'decidedById' },
    { type: 'string', name: 'decidedByName' },
    { type: 'bigInt', name: 'decidedAt' },
    { type: 'string', name: 'hashBefore' },
    { type: 'string', name: 'hashAfter' },
  ],
});
