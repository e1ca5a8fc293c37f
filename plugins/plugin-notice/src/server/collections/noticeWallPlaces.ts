import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeWallPlaces',
  title: '{{t("collections.wallPlaces", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'name' },
    { type: 'text', name: 'path' },
  ],
});
