import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnSubscriptions',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['instanceId', 'plane'] }, { fields: ['kind', 'dueAt'] }, { fields: ['kind', 'name', 'correlationKey'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'tokenId' },
    { type: 'string', name: 'plane' },
    { type: 'string', name: 'elementId' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'correlationKey' },
    { type: 'bigInt', name: 'dueAt' },
    { type: 'text', name: 'data' },
    { type: 'bigInt', name: 'openedAt' },
    // a timer that a worker is firing: until when nobody else takes it
    { type: 'bigInt', name: 'leasedUntil' },
  ],
});
