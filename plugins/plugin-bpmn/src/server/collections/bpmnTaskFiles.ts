import { defineCollection } from '@nocobase/database';

/** Attachments of a task; the files themselves are rows of NocoBase's `attachments`. */
export default defineCollection({
  name: 'bpmnTaskFiles',
  autoGenId: true,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [
    { fields: ['instanceId'] },
    { fields: ['taskId'] },
    { fields: ['attachmentId'] },
    { fields: ['submittedAt', 'uploadedAt'] },
  ],
  fields: [
    { type: 'string', name: 'instanceId' },
    { type: 'string', name: 'taskId' },
    { type: 'bigInt', name: 'attachmentId' },
    { type: 'bigInt', name: 'uploadedById' },
    { type: 'string', name: 'uploadedByName' },
    { type: 'bigInt', name: 'uploadedAt' },
    { type: 'bigInt', name: 'submittedAt' },
  ],
});
