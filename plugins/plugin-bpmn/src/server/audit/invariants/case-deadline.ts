import type { AuditedCase, CaseInvariant } from '../types';
import { brokenRow, hasEnded } from './rows';

/** A case is as late as the most urgent of its open tasks and of the open cases that it called: supervisors filter by it. */
export const caseDeadline: CaseInvariant = {
  name: 'case.deadline',
  scope: 'case',
  *check(audited) {
    const { instance, called } = audited;
    // a called case that has moved tells its caller after its commit
    if (called.some(({ hasDeadlineUnderWay }) => hasDeadlineUnderWay) && !hasEnded(audited)) return;
    const expected = firstDueIn(audited);
    if (instance.dueAt !== expected) yield brokenRow(audited, 'bpmnInstances', instance.id, { dueAt: instance.dueAt, expected });
  },
};

function firstDueIn(audited: AuditedCase): number | null {
  if (hasEnded(audited)) return null;
  const open = audited.called.filter(({ status }) => status === 'running' || status === 'suspended');
  const deadlines = [...audited.openTasks, ...open].flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return deadlines.reduce<number | null>((first, next) => (first === null ? next : Math.min(first, next)), null);
}
