import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'ballotMeetingTypes',
  title: '{{t("collections.meetingTypes", { ns: "@wuxin/plugin-ballot" })}}',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'text', name: 'type' },
    { type: 'string', name: 'shippedDigest' },
    { type: 'bigInt', name: 'changedAt' },
    { type: 'bigInt', name: 'changedById' },
    { type: 'string', name: 'changedByName' },
  ],
});
