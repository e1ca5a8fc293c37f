import type { Element } from '@wuxin/bpmn-core';
import type { Stretch } from '../stretches';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../types';
import { brokenRow, countBy } from './rows';

/**
 * A parallel join took one token of each incoming flow each time it went on. The history says how often each flow was taken,
 * how often the join was left and how many tokens were cancelled while they waited there; the rest must be waiting now, or was when
 * the case was migrated: who waited then waits in the other version.
 */
export const joinConsumed: CaseInvariant = {
  name: 'join.consumed',
  scope: 'case',
  *check(audited) {
    for (const stretch of audited.stretches) {
      const joins = Object.values(stretch.graph?.elements ?? {}).filter(
        ({ kind, incoming }) => kind === 'parallelGateway' && incoming.length > 1,
      );
      if (joins.length === 0) continue;
      const counts = countsOf(audited, stretch);
      for (const join of joins) yield* checkJoin(audited, join, counts);
    }
  },
};

interface Counts {
  /** With those who waited from the beginning. */
  readonly taken: (flowId: string) => number;
  readonly left: ReadonlyMap<string, number>;
  readonly cancelled: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
}

function countsOf({ tokens }: AuditedCase, { history, waitingBefore, waitingAfter }: Stretch): Counts {
  const flows = history.filter(({ kind }) => kind === 'flowsTaken').flatMap(({ data }) => textsOf(data.flows));
  const taken = countBy(flows, (flowId) => flowId);
  const of = (kind: string) =>
    countBy(
      history.filter((row) => row.kind === kind),
      ({ elementId }) => elementId,
    );
  const waitingNow = () =>
    countBy(
      tokens.filter(({ kind }) => kind === 'joining'),
      ({ flowId }) => flowId,
    );
  return {
    taken: (flowId) => (taken.get(flowId) ?? 0) + (waitingBefore.get(flowId) ?? 0),
    left: of('elementLeft'),
    cancelled: of('elementCancelled'),
    waiting: waitingAfter ?? waitingNow(),
  };
}

function* checkJoin(audited: AuditedCase, { id, incoming }: Element, counts: Counts): Iterable<BrokenRow> {
  const joined = counts.left.get(id) ?? 0;
  const unexplained = incoming.map((flowId) => counts.taken(flowId) - joined - (counts.waiting.get(flowId) ?? 0));
  const isOwed = unexplained.findIndex((tokens) => tokens < 0);
  const cancelled = counts.cancelled.get(id) ?? 0;
  const total = unexplained.reduce((sum, tokens) => sum + tokens, 0);
  if (isOwed < 0 && total === cancelled) return;
  const data = { elementId: id, flowId: incoming[Math.max(0, isOwed)] ?? '', joined, unexplained: total - cancelled };
  yield brokenRow(audited, 'bpmnInstances', audited.instance.id, data);
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
