import { defineCollection } from '@nocobase/database';

/** Which changes of records start instances: one rule a row, written by administrators. */
export default defineCollection({
  name: 'bpmnDataStarts',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'collection' },
    // created | updated
    { type: 'string', name: 'event' },
    // FEEL over `record`; null: always
    { type: 'text', name: 'condition' },
    { type: 'string', name: 'processKey' },
    // field of the record with the id of a place
    { type: 'string', name: 'placeField' },
    // a text, or FEEL with `=`
    { type: 'text', name: 'title' },
    // name → a text, or FEEL with `=`
    { type: 'text', name: 'variables' },
    { type: 'boolean', name: 'isEnabled' },
  ],
});
