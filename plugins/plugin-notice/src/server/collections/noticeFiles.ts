import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeFiles',
  title: '{{t("collections.files", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['ownerId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'ownerId' },
    { type: 'string', name: 'purpose' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'type' },
    { type: 'bigInt', name: 'size' },
    { type: 'string', name: 'sha256' },
    { type: 'bigInt', name: 'addedAt' },
    { type: 'bigInt', name: 'addedById' },
  ],
});
