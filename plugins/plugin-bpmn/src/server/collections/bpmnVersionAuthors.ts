import { defineCollection } from '@nocobase/database';

/** Who changed what a version says: its drawing, forms, templates and tables. Without a version: since the last one was published. */
export default defineCollection({
  name: 'bpmnVersionAuthors',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['processKey', 'versionId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'versionId' },
    { type: 'bigInt', name: 'userId' },
    { type: 'string', name: 'userName' },
    { type: 'integer', name: 'changes' },
  ],
});
