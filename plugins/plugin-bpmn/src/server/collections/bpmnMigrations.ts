import { defineCollection } from '@nocobase/database';

/** Migrations of running cases from one version of a process to another. */
export default defineCollection({
  name: 'bpmnMigrations',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['processKey', 'startedAt'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'fromVersionId' },
    { type: 'integer', name: 'fromNumber' },
    { type: 'string', name: 'toVersionId' },
    { type: 'integer', name: 'toNumber' },
    { type: 'text', name: 'mapping', length: 'long' },
    // kept | recomputed
    { type: 'string', name: 'deadlines' },
    { type: 'text', name: 'reason' },
    // running | stopped | completed
    { type: 'string', name: 'status' },
    { type: 'integer', name: 'total' },
    { type: 'bigInt', name: 'startedAt' },
    { type: 'bigInt', name: 'startedById' },
    { type: 'string', name: 'startedByName' },
    { type: 'bigInt', name: 'endedAt' },
  ],
});
