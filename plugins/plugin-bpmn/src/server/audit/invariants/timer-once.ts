import { findElement, type Graph, type TimerDefinition } from '@wuxin/bpmn-core';
import type { HistoryRecord, SubscriptionRecord } from '../../store';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../types';
import { brokenRow, countBy } from './rows';

/**
 * A timer fires once for a token, one that repeats as often as its cycle says, and each of its times once: what has fired waits no more.
 * Of a cycle that is computed, its first firing says how many there are; builds before 26 November 2026 did not write that down.
 */
export const timerOnce: CaseInvariant = {
  name: 'timer.once',
  scope: 'case',
  *check(audited) {
    const timers = audited.subscriptions.filter(({ kind }) => kind === 'timer');
    for (const { id, dueAt } of timers)
      if (dueAt === null) yield brokenRow(audited, 'bpmnSubscriptions', id, { fault: 'noDueTime' });
    const all = occasionsOf(timers, audited.history);
    for (const occasion of all) yield* sameTime(audited, timersOf(audited.graph, occasion.elementId), occasion);
    // what a version allows counts while the case was one of it: a timer that waits goes on after a migration
    for (const { graph, history, waitingAfter } of audited.stretches) {
      for (const occasion of occasionsOf(waitingAfter ? [] : timers, history))
        yield* tooOften(audited, timersOf(graph, occasion.elementId), occasion);
    }
  },
};

/** The timers of one element for one token. */
interface Occasion {
  readonly elementId: string;
  readonly waiting: SubscriptionRecord[];
  /** In order of their numbers. */
  readonly fired: HistoryRecord[];
}

function occasionsOf(timers: readonly SubscriptionRecord[], history: readonly HistoryRecord[]): Iterable<Occasion> {
  const occasions = new Map<string, Occasion>();
  for (const waiting of timers) occasionOf(occasions, waiting).waiting.push(waiting);
  for (const fired of history) if (fired.kind === 'timerFired') occasionOf(occasions, fired).fired.push(fired);
  return occasions.values();
}

function occasionOf(occasions: Map<string, Occasion>, row: SubscriptionRecord | HistoryRecord): Occasion {
  const key = `${row.tokenId} ${row.elementId}`;
  const known = occasions.get(key) ?? { elementId: row.elementId ?? '', waiting: [], fired: [] };
  occasions.set(key, known);
  return known;
}

function* tooOften(
  audited: AuditedCase,
  timers: readonly TimerDefinition[],
  { elementId, waiting, fired }: Occasion,
): Iterable<BrokenRow> {
  if (timers.length === 0) return;
  const allowed = timesOf(timers, fired[0]);
  const toCome = waiting.reduce((sum, { data }) => sum + (numberOf(data.remaining) ?? 1), 0);
  const [excess] = [...fired.slice(allowed), ...waiting];
  if (fired.length + toCome <= allowed || !excess) return;
  const data = { fault: 'firedAgain', elementId, tokenId: excess.tokenId, times: fired.length, toCome, allowed };
  yield brokenRow(audited, 'previousHash' in excess ? 'bpmnHistory' : 'bpmnSubscriptions', excess.id, data);
}

function* sameTime(
  audited: AuditedCase,
  timers: readonly TimerDefinition[],
  { elementId, waiting, fired }: Occasion,
): Iterable<BrokenRow> {
  if (timers.length === 0) return;
  const times = countBy([...fired, ...waiting], timeOf);
  const seen = new Set<string>();
  for (const row of [...fired, ...waiting]) {
    const time = timeOf(row);
    if (time === null || (times.get(time) ?? 0) <= timers.length) continue;
    if (seen.has(time)) {
      const data = { fault: 'sameTimeAgain', elementId, tokenId: row.tokenId, dueAt: Number(time) };
      yield brokenRow(audited, 'previousHash' in row ? 'bpmnHistory' : 'bpmnSubscriptions', row.id, data);
    }
    seen.add(time);
  }
}

function timersOf(graph: Graph | undefined, elementId: string): readonly TimerDefinition[] {
  const definitions = (graph && findElement(graph, elementId)?.event?.definitions) ?? [];
  return definitions.filter((definition) => definition.kind === 'timer');
}

/** How often these timers can fire for one token. */
function timesOf(timers: readonly TimerDefinition[], first: HistoryRecord | undefined): number {
  const told = timers.length === 1 ? numberOf(first?.data.remaining) : undefined;
  return told ?? timers.reduce((sum, { timer, value }) => sum + (timer === 'cycle' ? repetitionsIn(value) : 1), 0);
}

/** `R3/PT1H` says three; without a number, as cron or computed it says nothing. */
const repetitionsIn = (cycle: string): number => Number(/^\s*R(\d+)\//.exec(cycle)?.[1] ?? Number.POSITIVE_INFINITY);

function timeOf(row: SubscriptionRecord | HistoryRecord): string | null {
  const dueAt = 'dueAt' in row ? row.dueAt : numberOf(row.data.dueAt);
  return dueAt === undefined || dueAt === null ? null : String(dueAt);
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
