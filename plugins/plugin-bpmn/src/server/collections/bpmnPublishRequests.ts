import { defineCollection } from '@nocobase/database';

/** That somebody asked for a draft to be published; goes when it is. */
export default defineCollection({
  name: 'bpmnPublishRequests',
  filterTargetKey: 'processKey',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  fields: [
    { type: 'string', name: 'processKey', primaryKey: true },
    { type: 'bigInt', name: 'askedAt' },
    { type: 'bigInt', name: 'askedById' },
    { type: 'string', name: 'askedByName' },
    { type: 'text', name: 'note' },
  ],
});
