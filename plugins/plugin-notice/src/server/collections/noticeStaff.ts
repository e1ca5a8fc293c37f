import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeStaff',
  title: '{{t("collections.staff", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['noticeId'] }, { fields: ['userId', 'noticeId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'noticeId' },
    { type: 'bigInt', name: 'userId' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'post' },
  ],
});
