import { defineCollection } from '@nocobase/database';

/**
 * Each way from the widest place down to a place at which a case was ever started, once: a supervisor's places are found among
 * these and not among all cases. Rows are never changed; a place that comes to lie elsewhere has another row.
 */
export default defineCollection({
  name: 'bpmnPlacePaths',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['placeId'] }],
  fields: [
    // of the path
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'string', name: 'placeId' },
    { type: 'text', name: 'path' },
  ],
});
