import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotBoxes',
  title: '{{t("collections.boxes", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['motionId', 'bucket'], unique: true }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'motionId' },
    { type: 'bigInt', name: 'bucket' },
    { type: 'text', name: 'ballots' },
    { type: 'bigInt', name: 'ballotCount' },
  ],
});
