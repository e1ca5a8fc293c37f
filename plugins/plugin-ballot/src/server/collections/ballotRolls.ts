import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotRolls',
  title: '{{t("collections.rolls", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['meetingId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'meetingId' },
    { type: 'string', name: 'unit' },
    { type: 'string', name: 'status' },
    { type: 'text', name: 'source' },
    { type: 'string', name: 'hash' },
    { type: 'bigInt', name: 'frozenAt' },
    { type: 'bigInt', name: 'frozenById' },
    { type: 'string', name: 'frozenByName' },
  ],
});
