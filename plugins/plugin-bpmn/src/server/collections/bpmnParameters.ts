import { defineCollection } from '@nocobase/database';

/** Thresholds as packs define them; what people set stands in bpmnParameterValues. */
export default defineCollection({
  name: 'bpmnParameters',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'nameEn' },
    { type: 'text', name: 'defaultValue' },
    { type: 'string', name: 'unit' },
    // a list of value, label and labelEn
    { type: 'text', name: 'options' },
    // whole or decimal numbers, or fractions such as 2/3
    { type: 'text', name: 'floor' },
    { type: 'text', name: 'ceiling' },
    // statutory | policy
    { type: 'string', name: 'limitKind' },
    // within statutory limits
    { type: 'text', name: 'policyFloor' },
    { type: 'text', name: 'policyCeiling' },
    { type: 'text', name: 'source' },
    { type: 'text', name: 'sourceEn' },
    // found | known | unsure
    { type: 'string', name: 'certainty' },
    { type: 'text', name: 'levels' },
    { type: 'boolean', name: 'needsApprover' },
  ],
});
