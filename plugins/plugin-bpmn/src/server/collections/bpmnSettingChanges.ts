import { defineCollection } from '@nocobase/database';

/** Who changed what in settings that hold for all cases. Rows are only added. */
export default defineCollection({
  name: 'bpmnSettingChanges',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['subject', 'subjectKey', 'at'] }, { fields: ['subject', 'at'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    // calendar | dataStart | process
    { type: 'string', name: 'subject' },
    { type: 'string', name: 'subjectKey' },
    { type: 'bigInt', name: 'at' },
    { type: 'bigInt', name: 'byId' },
    { type: 'string', name: 'byName' },
    { type: 'text', name: 'change', length: 'long' },
  ],
});
