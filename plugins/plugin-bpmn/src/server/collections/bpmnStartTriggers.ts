import { defineCollection } from '@nocobase/database';

/** Message, signal and timer start events of published versions. */
export default defineCollection({
  name: 'bpmnStartTriggers',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['kind', 'name'] }, { fields: ['kind', 'dueAt'] }, { fields: ['versionId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'versionId' },
    { type: 'string', name: 'processId' },
    { type: 'string', name: 'elementId' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'name' },
    { type: 'bigInt', name: 'dueAt' },
    { type: 'text', name: 'data' },
    { type: 'bigInt', name: 'leasedUntil' },
  ],
});
