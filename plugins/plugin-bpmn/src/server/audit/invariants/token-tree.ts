import { planeOf } from '../../store';
import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** Tokens form one tree below the process scope, and each stands in the plane that its place in the tree gives it. */
export const tokenTree: CaseInvariant = {
  name: 'token.tree',
  scope: 'case',
  *check(audited) {
    const byId = new Map(audited.tokens.map((token) => [token.id, token]));
    const roots = audited.tokens.filter(({ parentId }) => parentId === null);
    for (const { id } of roots.slice(1)) yield brokenRow(audited, 'bpmnTokens', id, { fault: 'secondRoot' });
    for (const token of audited.tokens) {
      const parent = token.parentId === null ? undefined : byId.get(token.parentId);
      if (token.parentId !== null && !parent) {
        yield brokenRow(audited, 'bpmnTokens', token.id, { fault: 'parentMissing', parentId: token.parentId });
      } else if (token.plane !== planeOf(token, parent && { token: parent, plane: parent.plane })) {
        yield brokenRow(audited, 'bpmnTokens', token.id, { fault: 'wrongPlane', plane: token.plane });
      }
    }
    for (const { id, tokenId, plane } of audited.subscriptions) {
      if (byId.get(tokenId)?.plane !== plane)
        yield brokenRow(audited, 'bpmnSubscriptions', id, { fault: 'tokenMissing', tokenId });
    }
  },
};
