import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** Every open task belongs to the token that waits at its element, and no token has two. */
export const taskToken: CaseInvariant = {
  name: 'task.token',
  scope: 'case',
  *check(audited) {
    const byId = new Map(audited.tokens.map((token) => [token.id, token]));
    const served = new Set<string>();
    for (const { id, tokenId, elementId, plane, versionId } of audited.openTasks) {
      const token = byId.get(tokenId);
      if (token?.elementId !== elementId || token.plane !== plane || versionId !== audited.instance.versionId) {
        yield brokenRow(audited, 'bpmnTasks', id, { fault: token ? 'otherToken' : 'tokenMissing', tokenId });
      } else if (served.has(tokenId)) yield brokenRow(audited, 'bpmnTasks', id, { fault: 'secondTask', tokenId });
      served.add(tokenId);
    }
  },
};
