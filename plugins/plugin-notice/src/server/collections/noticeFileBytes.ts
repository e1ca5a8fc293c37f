import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeFileBytes',
  title: '{{t("collections.fileBytes", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'text', length: 'long', name: 'bytes' },
  ],
});
