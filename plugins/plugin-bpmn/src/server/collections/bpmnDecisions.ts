import { defineCollection } from '@nocobase/database';

/** One row per version of a decision table; published processes keep their own copy. Rows are never changed but for `isActive`. */
export default defineCollection({
  name: 'bpmnDecisions',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['key', 'number'], unique: true }, { fields: ['isActive', 'key'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'key' },
    { type: 'integer', name: 'number' },
    { type: 'string', name: 'name' },
    { type: 'text', name: 'table', length: 'long' },
    { type: 'boolean', name: 'isActive' },
    // pack | administrator
    { type: 'string', name: 'origin' },
    { type: 'bigInt', name: 'changedAt' },
    { type: 'bigInt', name: 'changedById' },
    { type: 'string', name: 'changedByName' },
    { type: 'text', name: 'reason' },
  ],
});
