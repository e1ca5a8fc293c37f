import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** An open incident is about something that is still there: a token, a job or both. */
export const incidentSubject: CaseInvariant = {
  name: 'incident.subject',
  scope: 'case',
  *check(audited) {
    const tokens = new Set(audited.tokens.map(({ id }) => id));
    const jobs = new Set(audited.jobs.map(({ id }) => id));
    for (const { id, tokenId, jobId } of audited.openIncidents) {
      if (tokenId !== null && !tokens.has(tokenId))
        yield brokenRow(audited, 'bpmnIncidents', id, { fault: 'tokenMissing', tokenId });
      if (jobId !== null && !jobs.has(jobId)) yield brokenRow(audited, 'bpmnIncidents', id, { fault: 'jobMissing', jobId });
    }
  },
};
