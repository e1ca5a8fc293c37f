import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWallEntries',
  title: '{{t("collections.wallEntries", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['list', 'sequence'], unique: true }, { fields: ['list', 'page'] }, { fields: ['noticeId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'list' },
    { type: 'bigInt', name: 'sequence' },
    { type: 'bigInt', name: 'page' },
    { type: 'string', name: 'noticeId' },
    { type: 'text', name: 'notice' },
  ],
});
