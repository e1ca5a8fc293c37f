import { defineCollection } from '@nocobase/database';

/** The calendar of the whole country, and of each place that has days of its own. */
export default defineCollection({
  name: 'bpmnCalendars',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  // NocoBase drops a unique index of one column that the field itself does not declare
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'string', name: 'name' },
    // null: the calendar that all others build on
    { type: 'string', name: 'placeId', unique: true },
    // local dates; only the calendar that all others build on has them
    { type: 'string', name: 'coveredFrom' },
    { type: 'string', name: 'coveredUntil' },
    // another one after every change, so that a kept copy is known to be old
    { type: 'string', name: 'revision' },
  ],
});
