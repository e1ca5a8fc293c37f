import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotSlips',
  title: '{{t("collections.slips", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['meetingId', 'state'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'meetingId' },
    { type: 'string', name: 'state' },
  ],
});
