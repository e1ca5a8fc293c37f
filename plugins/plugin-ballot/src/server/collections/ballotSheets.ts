import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotSheets',
  title: '{{t("collections.sheets", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['motionId', 'attempt'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'motionId' },
    { type: 'bigInt', name: 'attempt' },
    { type: 'bigInt', name: 'tellerId' },
    { type: 'string', name: 'tellerName' },
    { type: 'text', name: 'counts' },
    { type: 'bigInt', name: 'at' },
  ],
});
