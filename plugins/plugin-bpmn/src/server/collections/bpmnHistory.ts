import { defineCollection } from '@nocobase/database';

/** Append-only and hash-chained per instance: see history/chain.ts. */
export default defineCollection({
  name: 'bpmnHistory',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'log' },
  indexes: [
    { fields: ['instanceId', 'sequence'], unique: true },
    // what was decided last, of all cases; other events are not in it
    { name: 'bpmn_history_decided', fields: ['recordedAt'], where: { kind: 'activityDecided' } },
  ],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'instanceId' },
    { type: 'integer', name: 'sequence' },
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'elementId' },
    { type: 'string', name: 'elementName' },
    { type: 'string', name: 'tokenId' },
    { type: 'bigInt', name: 'occurredAt' },
    { type: 'bigInt', name: 'recordedAt' },
    { type: 'bigInt', name: 'actorId' },
    { type: 'string', name: 'actorName' },
    { type: 'bigInt', name: 'onBehalfOfId' },
    { type: 'string', name: 'onBehalfOfName' },
    { type: 'string', name: 'channel' },
    // facts without personal values
    { type: 'text', name: 'data' },
    // salted hash of the payload, which can be erased without breaking the chain
    { type: 'string', name: 'payloadDigest' },
    { type: 'string', name: 'previousHash' },
    { type: 'string', name: 'hash' },
  ],
});
