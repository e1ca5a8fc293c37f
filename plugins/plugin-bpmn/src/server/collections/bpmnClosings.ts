import { defineCollection } from '@nocobase/database';

/** Stretches of days on which one place is closed, or open while others rest. */
export default defineCollection({
  name: 'bpmnClosings',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['calendarKey', 'from'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'calendarKey' },
    // rest | working
    { type: 'string', name: 'kind' },
    // local dates, both included
    { type: 'string', name: 'from' },
    { type: 'string', name: 'until' },
    // 1 for Monday to 7 for Sunday; null: every day of the stretch
    { type: 'integer', name: 'weekday' },
    { type: 'string', name: 'name' },
    { type: 'text', name: 'source' },
    { type: 'bigInt', name: 'setAt' },
    { type: 'bigInt', name: 'setById' },
    { type: 'string', name: 'setByName' },
  ],
});
