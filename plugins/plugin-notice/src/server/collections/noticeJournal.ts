import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeJournal',
  title: '{{t("collections.journal", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['subjectId', 'sequence'], unique: true }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'subjectId' },
    { type: 'bigInt', name: 'sequence' },
    { type: 'string', name: 'kind' },
    { type: 'text', name: 'data' },
    { type: 'bigInt', name: 'actorId' },
    { type: 'string', name: 'actorName' },
    { type: 'bigInt', name: 'at' },
    { type: 'string', name: 'previousHash' },
    { type: 'string', name: 'hash' },
  ],
});
