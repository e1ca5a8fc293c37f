import { defineCollection } from '@nocobase/database';

/** For each process the newest content that a plugin brought for it, which waits for somebody to take it in. */
export default defineCollection({
  name: 'bpmnShippedPacks',
  filterTargetKey: 'processKey',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  fields: [
    { type: 'string', name: 'processKey', primaryKey: true },
    { type: 'string', name: 'contentDigest' },
    { type: 'string', name: 'packDigest' },
    { type: 'text', name: 'archiveBase64', length: 'long' },
    { type: 'bigInt', name: 'offeredAt' },
    { type: 'bigInt', name: 'dismissedAt' },
    { type: 'bigInt', name: 'dismissedById' },
    { type: 'string', name: 'dismissedByName' },
    { type: 'text', name: 'dismissedReason' },
  ],
});
