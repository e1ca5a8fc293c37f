import { defineCollection } from '@nocobase/database';

/** Work after commit and at a date. The table is the truth; a poke only makes it quicker. */
export default defineCollection({
  name: 'bpmnJobs',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['status', 'dueAt'] }, { fields: ['instanceId'] }, { fields: ['tokenId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'tokenId' },
    { type: 'string', name: 'taskId' },
    { type: 'text', name: 'payload', length: 'long' },
    // ready | failed: a failed one waits for a person
    { type: 'string', name: 'status' },
    { type: 'bigInt', name: 'dueAt' },
    { type: 'integer', name: 'attempts' },
    { type: 'integer', name: 'maxAttempts' },
    { type: 'string', name: 'leaseOwner' },
    { type: 'bigInt', name: 'leasedUntil' },
    // here and not among the indexes, where NocoBase drops it again
    { type: 'string', name: 'idempotencyKey', unique: true },
    { type: 'string', name: 'lastError' },
    { type: 'bigInt', name: 'createdAt' },
  ],
});
