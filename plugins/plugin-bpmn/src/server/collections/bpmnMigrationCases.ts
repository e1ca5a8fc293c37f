import { defineCollection } from '@nocobase/database';

/** What became of each case of a migration. */
export default defineCollection({
  name: 'bpmnMigrationCases',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['migrationId', 'status', 'instanceId'] }, { fields: ['instanceId'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'migrationId' },
    { type: 'string', name: 'instanceId' },
    // waiting | migrated | refused
    { type: 'string', name: 'status' },
    { type: 'text', name: 'reasons' },
    { type: 'bigInt', name: 'doneAt' },
  ],
});
