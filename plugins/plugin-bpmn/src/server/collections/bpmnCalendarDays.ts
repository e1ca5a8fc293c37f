import { defineCollection } from '@nocobase/database';

/** One row a day that differs from the plain week. What an administrator says wins over what was published. */
export default defineCollection({
  name: 'bpmnCalendarDays',
  autoGenId: true,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['calendarKey', 'date', 'origin'], unique: true }],
  fields: [
    { type: 'string', name: 'calendarKey' },
    { type: 'string', name: 'date' },
    // rest | working
    { type: 'string', name: 'kind' },
    { type: 'string', name: 'name' },
    { type: 'text', name: 'source' },
    // published | administrator
    { type: 'string', name: 'origin' },
    { type: 'bigInt', name: 'setAt' },
    { type: 'bigInt', name: 'setById' },
    { type: 'string', name: 'setByName' },
  ],
});
