import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** Every open task can be done by somebody, or an incident says that nobody can. */
export const taskActor: CaseInvariant = {
  name: 'task.actor',
  scope: 'case',
  *check(audited) {
    const withIncident = new Set(audited.openIncidents.map(({ tokenId }) => tokenId));
    for (const { id, tokenId, assigneeId } of audited.openTasks) {
      if (audited.actableTaskIds.has(id) || withIncident.has(tokenId)) continue;
      yield brokenRow(audited, 'bpmnTasks', id, { fault: assigneeId === null ? 'nobodyInItsGroups' : 'holderMissing' });
    }
  },
};
