import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWallLists',
  title: '{{t("collections.wallPages", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'text', name: 'state' },
    { type: 'bigInt', name: 'changedAt' },
  ],
});
