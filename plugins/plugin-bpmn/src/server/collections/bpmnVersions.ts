import { defineCollection } from '@nocobase/database';

/** A frozen state of a process once published: XML, forms, decision tables and contracts never change after that. */
export default defineCollection({
  name: 'bpmnVersions',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['processKey', 'number'], unique: true }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'processKey' },
    { type: 'integer', name: 'number' },
    { type: 'string', name: 'status' },
    { type: 'text', name: 'xml', length: 'long' },
    { type: 'string', name: 'xmlHash' },
    { type: 'text', name: 'forms', length: 'long' },
    { type: 'text', name: 'decisions', length: 'long' },
    { type: 'text', name: 'parameterKeys' },
    { type: 'text', name: 'note' },
    { type: 'bigInt', name: 'savedAt' },
    { type: 'bigInt', name: 'savedById' },
    { type: 'string', name: 'savedByName' },
    { type: 'bigInt', name: 'publishedAt' },
    { type: 'bigInt', name: 'publishedById' },
    { type: 'string', name: 'publishedByName' },
  ],
});
