import { defineCollection } from '@nocobase/database';

/** Try-outs that are kept with their process: each runs again before its next version is published. */
export default defineCollection({
  name: 'bpmnKeptTests',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['processKey', 'keptAt'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'name' },
    { type: 'text', name: 'path', length: 'long' },
    { type: 'text', name: 'states', length: 'long' },
    { type: 'bigInt', name: 'keptAt' },
    { type: 'bigInt', name: 'keptById' },
    { type: 'string', name: 'keptByName' },
  ],
});
