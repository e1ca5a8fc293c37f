import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotMovements',
  title: '{{t("collections.movements", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['meetingId', 'at'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'meetingId' },
    { type: 'string', name: 'entryId' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'means' },
    { type: 'bigInt', name: 'at' },
    { type: 'bigInt', name: 'recordedAt' },
    { type: 'bigInt', name: 'recordedById' },
  ],
});
