import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeBoards',
  title: '{{t("collections.boards", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['placeId', 'isInUse'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'placeId' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'address' },
    { type: 'boolean', name: 'isInUse' },
  ],
});
