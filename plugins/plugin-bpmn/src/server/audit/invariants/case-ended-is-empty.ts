import type { CaseInvariant } from '../types';
import { brokenRow, hasEnded } from './rows';

/** What has ended leaves nothing behind that could still move it; what has not ended has no end. */
export const caseEndedIsEmpty: CaseInvariant = {
  name: 'case.endedIsEmpty',
  scope: 'case',
  *check(audited) {
    const { instance, tokens, subscriptions, compensations, openTasks, openIncidents } = audited;
    if (hasEnded(audited) !== (instance.endedAt !== null)) {
      yield brokenRow(audited, 'bpmnInstances', instance.id, { fault: 'wrongEnd', status: instance.status });
    }
    if (!hasEnded(audited)) return;
    for (const { id } of tokens) yield brokenRow(audited, 'bpmnTokens', id);
    for (const { id } of subscriptions) yield brokenRow(audited, 'bpmnSubscriptions', id);
    for (const { id } of compensations) yield brokenRow(audited, 'bpmnCompensations', id);
    for (const { id } of openTasks) yield brokenRow(audited, 'bpmnTasks', id);
    // what the case left to others to do may have failed
    for (const { id, jobId } of openIncidents) if (jobId === null) yield brokenRow(audited, 'bpmnIncidents', id);
  },
};
