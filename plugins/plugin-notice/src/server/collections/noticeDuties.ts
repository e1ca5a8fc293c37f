import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'noticeDuties',
  title: '{{t("collections.duties", { ns: "@wuxin/plugin-notice" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['placeId', 'isInUse'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'key' },
    { type: 'string', name: 'placeId' },
    { type: 'string', name: 'class' },
    { type: 'string', name: 'title' },
    { type: 'string', name: 'titleEn' },
    { type: 'string', name: 'cadence' },
    { type: 'bigInt', name: 'dueDays' },
    { type: 'bigInt', name: 'keepDays' },
    { type: 'string', name: 'source' },
    { type: 'boolean', name: 'isInUse' },
    { type: 'bigInt', name: 'changedAt' },
    { type: 'bigInt', name: 'changedById' },
    { type: 'string', name: 'changedByName' },
  ],
});
