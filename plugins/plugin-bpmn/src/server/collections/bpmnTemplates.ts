import { defineCollection } from '@nocobase/database';

/** Word files that documents of a version's cases are made from; with their version they are frozen. */
export default defineCollection({
  name: 'bpmnTemplates',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['versionId', 'key'], unique: true }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'versionId' },
    { type: 'string', name: 'key' },
    { type: 'integer', name: 'position' },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'nameEn' },
    { type: 'string', name: 'onlyWith' },
    { type: 'string', name: 'readers' },
    { type: 'text', name: 'needs' },
    { type: 'text', name: 'placeholders', length: 'long' },
    { type: 'text', name: 'fileBase64', length: 'long' },
    { type: 'string', name: 'fileHash' },
    { type: 'bigInt', name: 'savedAt' },
    { type: 'string', name: 'savedByName' },
  ],
});
