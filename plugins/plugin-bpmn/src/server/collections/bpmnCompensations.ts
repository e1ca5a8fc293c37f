import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnCompensations',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['instanceId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'scopeTokenId' },
    { type: 'string', name: 'elementId' },
    { type: 'integer', name: 'sequence' },
    { type: 'text', name: 'variables', length: 'long' },
  ],
});
