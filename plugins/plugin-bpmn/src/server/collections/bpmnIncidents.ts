import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnIncidents',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['status', 'raisedAt'] }, { fields: ['instanceId', 'status'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'tokenId' },
    { type: 'string', name: 'jobId' },
    { type: 'string', name: 'elementId' },
    { type: 'string', name: 'elementName' },
    { type: 'string', name: 'code' },
    { type: 'text', name: 'data' },
    // open | resolved
    { type: 'string', name: 'status' },
    { type: 'bigInt', name: 'raisedAt' },
    { type: 'bigInt', name: 'resolvedAt' },
    { type: 'bigInt', name: 'resolvedById' },
    { type: 'string', name: 'resolvedByName' },
    { type: 'text', name: 'resolution' },
  ],
});
