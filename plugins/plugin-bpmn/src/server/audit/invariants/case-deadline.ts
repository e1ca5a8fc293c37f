import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** A case is as late as the most urgent of its open tasks: supervisors filter by it. */
export const caseDeadline: CaseInvariant = {
  name: 'case.deadline',
  scope: 'case',
  *check(audited) {
    const { instance, openTasks } = audited;
    const deadlines = openTasks.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
    const expected = deadlines.length > 0 ? deadlines.reduce((first, next) => Math.min(first, next)) : null;
    if (instance.dueAt !== expected) yield brokenRow(audited, 'bpmnInstances', instance.id, { dueAt: instance.dueAt, expected });
  },
};
