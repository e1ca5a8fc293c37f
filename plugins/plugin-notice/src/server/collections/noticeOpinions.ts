import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeOpinions',
  title: '{{t("collections.opinions", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['collectionId', 'number'], unique: true }, { fields: ['codeDigest'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'collectionId' },
    { type: 'bigInt', name: 'number' },
    { type: 'string', name: 'channel' },
    { type: 'string', name: 'codeDigest' },
    { type: 'text', name: 'text' },
    { type: 'string', name: 'giverName' },
    { type: 'string', name: 'contact' },
    { type: 'string', name: 'receivedOn' },
    { type: 'bigInt', name: 'receivedAt' },
    { type: 'bigInt', name: 'enteredById' },
    { type: 'string', name: 'status' },
    { type: 'text', name: 'reason' },
    { type: 'bigInt', name: 'decidedAt' },
    { type: 'bigInt', name: 'decidedById' },
    { type: 'string', name: 'decidedByName' },
  ],
});
