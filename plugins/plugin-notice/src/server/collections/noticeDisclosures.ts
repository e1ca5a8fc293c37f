import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeDisclosures',
  title: '{{t("collections.disclosures", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [
    { fields: ['placeId', 'dueOn'] },
    { fields: ['status', 'dueOn'] },
    { fields: ['dutyId', 'placeId', 'period'], unique: true },
    { fields: ['noticeId'] },
  ],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'dutyId' },
    { type: 'string', name: 'placeId' },
    { type: 'string', name: 'period' },
    { type: 'string', name: 'dueOn' },
    { type: 'string', name: 'status' },
    { type: 'string', name: 'noticeId' },
    { type: 'bigInt', name: 'reviewedAt' },
    { type: 'bigInt', name: 'reviewedById' },
    { type: 'string', name: 'reviewedByName' },
    { type: 'text', name: 'reviewOpinion' },
    { type: 'string', name: 'publishedOn' },
    { type: 'bigInt', name: 'archivedAt' },
    { type: 'string', name: 'archiveHash' },
    { type: 'bigInt', name: 'createdAt' },
  ],
});
