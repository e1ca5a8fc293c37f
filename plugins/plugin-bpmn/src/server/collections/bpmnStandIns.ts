import { defineCollection } from '@nocobase/database';

/** Who acts for somebody during a date range. Rows are never deleted: a revoked one says by whom and why. */
export default defineCollection({
  name: 'bpmnStandIns',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['standInId', 'untilOn'] }, { fields: ['absentId', 'untilOn'] }, { fields: ['untilOn'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'bigInt', name: 'absentId' },
    { type: 'string', name: 'absentName' },
    { type: 'bigInt', name: 'standInId' },
    { type: 'string', name: 'standInName' },
    // local dates, both included
    { type: 'string', name: 'fromOn' },
    { type: 'string', name: 'untilOn' },
    // null: every process
    { type: 'text', name: 'processKeys' },
    { type: 'text', name: 'reason' },
    { type: 'bigInt', name: 'createdById' },
    { type: 'string', name: 'createdByName' },
    { type: 'bigInt', name: 'createdAt' },
    { type: 'bigInt', name: 'revokedAt' },
    { type: 'bigInt', name: 'revokedById' },
    { type: 'string', name: 'revokedByName' },
    { type: 'text', name: 'revokeReason' },
  ],
});
