import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotStaff',
  title: '{{t("collections.staff", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['meetingId'] }, { fields: ['userId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'meetingId' },
    { type: 'bigInt', name: 'userId' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'post' },
  ],
});
