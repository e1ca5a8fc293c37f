import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWall',
  title: '{{t("collections.wall", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'text', name: 'settings' },
    { type: 'text', name: 'rebuild' },
    { type: 'string', name: 'writtenDigest' },
    { type: 'bigInt', name: 'revision' },
    { type: 'bigInt', name: 'lockedAt' },
  ],
});
