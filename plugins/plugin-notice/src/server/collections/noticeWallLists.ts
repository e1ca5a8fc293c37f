import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWallLists',
  title: '{{t("collections.wallLists", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['scope', 'month'] }],
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'string', name: 'scope' },
    { type: 'string', name: 'month' },
    { type: 'bigInt', name: 'last' },
    { type: 'bigInt', name: 'held' },
  ],
});
