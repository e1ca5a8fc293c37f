import { defineCollection } from '@nocobase/database';

/** Who may act, as group keys (`user:5`, `role:clerk`, `post:communitySecretary@12`): who joins a group later sees the task. */
export default defineCollection({
  name: 'bpmnTaskCandidates',
  autoGenId: true,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [{ fields: ['groupKey', 'taskId'] }, { fields: ['taskId'] }],
  fields: [
    { type: 'string', name: 'taskId' },
    { type: 'string', name: 'groupKey' },
  ],
});
