import type { TokenRecord } from '../../store';
import type { AuditedCase, CaseInvariant } from '../types';
import { brokenRow, countBy, hasEnded } from './rows';

/** An open case never stands still for no reason: every token waits for somebody or something that is there. */
export const caseGoesOn: CaseInvariant = {
  name: 'case.goesOn',
  scope: 'case',
  *check(audited) {
    if (hasEnded(audited)) return;
    const { instance, tokens } = audited;
    if (tokens.length === 0) yield brokenRow(audited, 'bpmnInstances', instance.id, { fault: 'noToken' });
    const isMoved = whatMoves(audited);
    for (const token of tokens) {
      if (!isMoved(token))
        yield brokenRow(audited, 'bpmnTokens', token.id, { fault: 'waitsForNothing', elementId: token.elementId });
    }
  },
};

function whatMoves({
  tokens,
  subscriptions,
  openTasks,
  jobs,
  openIncidents,
  called,
  awaitedTokenIds,
}: AuditedCase): (token: TokenRecord) => boolean {
  const children = countBy(tokens, ({ parentId }) => parentId);
  const answered = called.filter(
    ({ status, hasAnswerUnderWay }) => status === 'running' || status === 'suspended' || hasAnswerUnderWay,
  );
  const reasons = new Set([
    ...[...openTasks, ...jobs, ...openIncidents].map(({ tokenId }) => tokenId),
    ...answered.map(({ parentTokenId }) => parentTokenId),
  ]);
  const awaited = new Set(subscriptions.map(({ tokenId }) => tokenId));
  // a stuck join has one incident for all who wait in its scope
  const feeders = new Set(tokens.filter(({ id, kind }) => kind !== 'joining' || reasons.has(id)).map(({ parentId }) => parentId));
  return ({ id, kind, status, parentId }) => {
    if (reasons.has(id)) return true;
    if (status === 'failed') return false;
    switch (kind) {
      case 'scope':
      case 'multiInstance':
      case 'compensation':
        return (children.get(id) ?? 0) > 0;
      case 'joining':
        return feeders.has(parentId); // another branch brings what it waits for; join.consumed counts them
      case 'event':
        return awaited.has(id);
      case 'activity':
        return awaited.has(id) || awaitedTokenIds.has(id);
    }
  };
}
