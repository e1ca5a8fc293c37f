import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeCollections',
  title: '{{t("collections.collections", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [
    { fields: ['status', 'closesOn'] },
    { fields: ['placeId', 'createdAt'] },
    { fields: ['tokenId'] },
    { fields: ['noticeId'] },
  ],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'number', unique: true },
    { type: 'string', name: 'noticeId' },
    { type: 'string', name: 'placeId' },
    { type: 'string', name: 'title' },
    { type: 'string', name: 'status' },
    { type: 'string', name: 'opensOn' },
    { type: 'string', name: 'closesOn' },
    { type: 'string', name: 'feedbackNoticeId' },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'tokenId' },
    { type: 'bigInt', name: 'revision' },
    { type: 'bigInt', name: 'createdAt' },
  ],
});
