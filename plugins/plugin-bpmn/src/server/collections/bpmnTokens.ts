import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnTokens',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['instanceId', 'plane'] }, { fields: ['elementId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'parentId' },
    // '' outside multi-instance; inside, the ids of the enclosing instances joined by '>': see store/planes.ts
    { type: 'string', name: 'plane' },
    { type: 'string', name: 'elementId' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'status' },
    { type: 'string', name: 'flowId' },
    { type: 'text', name: 'variables', length: 'long' },
    { type: 'text', name: 'multiInstance' },
    { type: 'text', name: 'data', length: 'long' },
    { type: 'bigInt', name: 'enteredAt' },
  ],
});
