import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** They tell somebody what has happened, whatever has happened since. */
const MESSAGES: ReadonlySet<string> = new Set(['notifyTask', 'notifyPerson']);

/** Work for a token ends with the token: no job is left that would come too late. */
export const jobToken: CaseInvariant = {
  name: 'job.token',
  scope: 'case',
  *check(audited) {
    const tokens = new Set(audited.tokens.map(({ id }) => id));
    for (const { id, kind, tokenId } of audited.jobs) {
      if (tokenId !== null && !tokens.has(tokenId) && !MESSAGES.has(kind))
        yield brokenRow(audited, 'bpmnJobs', id, { kind, tokenId });
    }
  },
};
