import { defineCollection } from '@nocobase/database';

/** Personal values of a history row; deleting one leaves the chain whole. */
export default defineCollection({
  name: 'bpmnHistoryPayloads',
  filterTargetKey: 'historyId',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'log' },
  fields: [
    { type: 'string', name: 'historyId', primaryKey: true },
    { type: 'string', name: 'salt' },
    { type: 'text', name: 'payload', length: 'long' },
  ],
});
