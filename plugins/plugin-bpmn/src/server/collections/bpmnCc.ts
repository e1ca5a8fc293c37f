import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnCc',
  autoGenId: true,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['userId', 'sentAt'] }, { fields: ['instanceId', 'userId'], unique: true }],
  fields: [
    { type: 'string', name: 'instanceId' },
    { type: 'bigInt', name: 'userId' },
    { type: 'bigInt', name: 'sentById' },
    { type: 'string', name: 'sentByName' },
    { type: 'text', name: 'note' },
    { type: 'bigInt', name: 'sentAt' },
    { type: 'bigInt', name: 'readAt' },
  ],
});
