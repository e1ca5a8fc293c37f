import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticePostings',
  title: '{{t("collections.postings", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['noticeId'] }, { fields: ['boardId', 'postedOn'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'noticeId' },
    { type: 'string', name: 'boardId' },
    { type: 'string', name: 'status' },
    { type: 'string', name: 'postedOn' },
    { type: 'string', name: 'photoId' },
    { type: 'bigInt', name: 'postedById' },
    { type: 'string', name: 'postedByName' },
    { type: 'bigInt', name: 'confirmedById' },
    { type: 'string', name: 'confirmedByName' },
    { type: 'bigInt', name: 'confirmedAt' },
    { type: 'string', name: 'takenDownOn' },
  ],
});
