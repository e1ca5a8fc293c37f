import type { Json } from '@wuxin/bpmn-core';
import type { TokenRecord } from '../../store';
import type { CaseInvariant } from '../types';
import { brokenRow, countBy } from './rows';

/** What a scope or a multi-instance activity counts of the tokens inside is what is there. */
export const tokenCounters: CaseInvariant = {
  name: 'token.counters',
  scope: 'case',
  *check(audited) {
    const children = countBy(audited.tokens, ({ parentId }) => parentId);
    for (const token of audited.tokens) {
      const counted = countedIn(token);
      const actual = children.get(token.id) ?? 0;
      if (counted !== undefined && counted !== actual) yield brokenRow(audited, 'bpmnTokens', token.id, { counted, actual });
      const { multiInstance } = token;
      if (multiInstance && multiInstance.active + multiInstance.completed > multiInstance.total) {
        yield brokenRow(audited, 'bpmnTokens', token.id, { ...multiInstance });
      }
    }
    yield* waitingAtJoins(audited);
  },
};

/** A looped body of no fixed number counts like a multi-instance one. */
function countedIn({ kind, multiInstance, data }: TokenRecord): number | undefined {
  if (kind === 'scope') return typeof data.live === 'number' ? data.live : 0;
  return kind === 'multiInstance' && multiInstance ? multiInstance.active : undefined;
}

/** A scope lists who waits at which join: whoever is missing there waits for ever. */
function* waitingAtJoins(audited: Parameters<CaseInvariant['check']>[0]) {
  const listed = new Set(audited.tokens.filter(({ kind }) => kind === 'scope').flatMap(({ data }) => textsIn(data.joins)));
  const waiting = new Set(audited.tokens.filter(({ kind }) => kind === 'joining').map(({ id }) => id));
  for (const id of waiting) if (!listed.has(id)) yield brokenRow(audited, 'bpmnTokens', id, { fault: 'notListedAtJoin' });
  for (const id of listed) if (!waiting.has(id)) yield brokenRow(audited, 'bpmnTokens', id, { fault: 'listedButNotWaiting' });
}

function textsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
