import { defineCollection } from '@nocobase/database';

/** What raters have handed in, as sums: one row of a rating, without times and without names. */
export default defineCollection({
  name: 'bpmnSums',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['instanceId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'elementId' },
    { type: 'integer', name: 'sheets' },
    { type: 'text', name: 'counts', length: 'long' },
  ],
});
