import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** A call is one instance, and an instance that still runs for a caller has a caller that waits or is being told to stop. */
export const calledOnce: CaseInvariant = {
  name: 'call.once',
  scope: 'case',
  *check(audited) {
    const { called, tokens, jobs } = audited;
    const waiting = new Set(tokens.map(({ id }) => id));
    const stopping = new Set(jobs.filter(({ kind }) => kind === 'cancelChild').map(({ payload }) => payload.tokenId));
    const seen = new Set<string | null>();
    for (const { id, status, parentTokenId } of called) {
      if (seen.has(parentTokenId)) yield brokenRow(audited, 'bpmnInstances', id, { fault: 'calledTwice', parentTokenId });
      seen.add(parentTokenId);
      if (status !== 'running' && status !== 'suspended') continue;
      const isAwaited = parentTokenId !== null && (waiting.has(parentTokenId) || stopping.has(parentTokenId));
      if (!isAwaited) yield brokenRow(audited, 'bpmnInstances', id, { fault: 'callerGone', parentTokenId });
    }
  },
};
