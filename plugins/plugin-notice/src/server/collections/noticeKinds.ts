import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeKinds',
  title: '{{t("collections.kinds", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'text', name: 'kind' },
    { type: 'string', name: 'shippedDigest' },
    { type: 'bigInt', name: 'changedAt' },
    { type: 'bigInt', name: 'changedById' },
    { type: 'string', name: 'changedByName' },
  ],
});
