import { findElement, type Graph } from '@wuxin/bpmn-core';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

interface Step {
  readonly instanceId: string;
  readonly tokenId: string;
  readonly graph: Graph;
}

/**
 * Puts off the timers at a step that count from its beginning: they fire as much later as its clock stands still at most. A timer at
 * a fixed date stays: the date is not the step's time. @returns them with when they were to fire
 */
export async function parkTimers(tx: Tx, { instanceId, tokenId, graph }: Step, longest: number) {
  const waiting = await tables.subscriptions.select(tx, { instanceId, tokenId, kind: 'timer' });
  const timers: { id: string; dueAt: number }[] = [];
  for (const { id, elementId, dueAt } of waiting) {
    if (dueAt === null || !countsFromBeginning(graph, elementId)) continue;
    await tables.subscriptions.update(tx, { id }, { dueAt: dueAt + longest, leasedUntil: null });
    timers.push({ id, dueAt });
  }
  return timers;
}

/** Lets them fire as much later as the clock stood still. */
export async function unparkTimers(tx: Tx, timers: readonly { id: string; dueAt: number }[], stoodStill: number): Promise<void> {
  for (const { id, dueAt } of timers)
    await tables.subscriptions.update(tx, { id }, { dueAt: dueAt + stoodStill, leasedUntil: null });
}

function countsFromBeginning(graph: Graph, elementId: string): boolean {
  const definitions = findElement(graph, elementId)?.event?.definitions ?? [];
  return definitions.some((definition) => definition.kind === 'timer' && definition.timer === 'duration');
}
