import { defineCollection } from '@nocobase/database';

/** For each process the pack that it was made from, or brought up to last. */
export default defineCollection({
  name: 'bpmnPacks',
  filterTargetKey: 'processKey',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  fields: [
    { type: 'string', name: 'processKey', primaryKey: true },
    { type: 'text', name: 'archiveBase64', length: 'long' },
    { type: 'text', name: 'texts', length: 'long' },
    { type: 'bigInt', name: 'keptAt' },
    { type: 'string', name: 'keptByName' },
  ],
});
