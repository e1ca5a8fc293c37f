import { defineCollection } from '@nocobase/database';

/** Values that people gave, for everywhere or for a place; the latest effective one nearest to a place holds. Append-only. */
export default defineCollection({
  name: 'bpmnParameterValues',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  indexes: [{ fields: ['parameterKey', 'status', 'effectiveFrom'] }, { fields: ['status', 'setAt'] }],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'parameterKey' },
    // null: the whole installation
    { type: 'string', name: 'placeId' },
    { type: 'text', name: 'value' },
    // proposed | effective | declined
    { type: 'string', name: 'status' },
    { type: 'bigInt', name: 'effectiveFrom' },
    { type: 'bigInt', name: 'setAt' },
    { type: 'bigInt', name: 'setById' },
    { type: 'string', name: 'setByName' },
    { type: 'text', name: 'reason' },
    { type: 'string', name: 'mark' },
    { type: 'bigInt', name: 'approverId' },
    { type: 'string', name: 'approverName' },
    { type: 'bigInt', name: 'decidedAt' },
  ],
});
