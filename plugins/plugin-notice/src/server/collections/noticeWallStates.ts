import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWallStates',
  title: '{{t("collections.wallStates", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'noticeId',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'noticeId', primaryKey: true },
    { type: 'text', length: 'long', name: 'state' },
  ],
});
