import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotRollEntries',
  title: '{{t("collections.rollEntries", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['rollId', 'number'] }, { fields: ['identityDigest'] }, { fields: ['userId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'rollId' },
    { type: 'bigInt', name: 'number' },
    { type: 'string', name: 'name' },
    { type: 'bigInt', name: 'userId' },
    { type: 'string', name: 'household' },
    { type: 'boolean', name: 'representsHousehold' },
    { type: 'boolean', name: 'isWoman' },
    { type: 'string', name: 'standing' },
    { type: 'string', name: 'identityDigest' },
    { type: 'string', name: 'area' },
    { type: 'boolean', name: 'isWithdrawn' },
    { type: 'boolean', name: 'hasSlip' },
  ],
});
