import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotRecusals',
  title: '{{t("collections.recusals", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['motionId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'motionId' },
    { type: 'string', name: 'entryId' },
    { type: 'text', name: 'reason' },
  ],
});
