import { defineCollection } from '@nocobase/database';

/** What tellers have counted of the paper sheets of a rating: their own sums until they agree, then one row for all. */
export default defineCollection({
  name: 'bpmnPaperCounts',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['instanceId', 'elementId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    // the rating, not the step at which it is counted
    { type: 'string', name: 'elementId' },
    // null: what the tellers agreed on
    { type: 'bigInt', name: 'tellerId' },
    { type: 'integer', name: 'issued' },
    { type: 'integer', name: 'recovered' },
    { type: 'integer', name: 'valid' },
    { type: 'integer', name: 'invalid' },
    { type: 'text', name: 'counts', length: 'long' },
    // who was given a paper sheet
    { type: 'text', name: 'raterIds' },
  ],
});
