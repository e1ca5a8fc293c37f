import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnTaskDrafts',
  autoGenId: true,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['taskId', 'userId'], unique: true }],
  fields: [
    { type: 'string', name: 'taskId' },
    { type: 'bigInt', name: 'userId' },
    { type: 'text', name: 'data', length: 'long' },
    { type: 'text', name: 'opinion' },
    { type: 'bigInt', name: 'savedAt' },
  ],
});
