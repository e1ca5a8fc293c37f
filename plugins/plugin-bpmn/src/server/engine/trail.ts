import type { HistoryEntry } from '@wuxin/bpmn-core';
import type { HistoryEvent } from '../history';
import { elementName, elementOf } from '../versions';
import type { Advance } from './advance';

/**
 * What the interpreter did, as history events. Elements that were entered and left within the step keep only their leaving,
 * and all flows of a step share one event: a case of months stays readable.
 */
export function historyOf(context: Pick<Advance, 'version' | 'actor'>, entries: readonly HistoryEntry[]): HistoryEvent[] {
  const left = new Set(entries.filter((entry) => entry.kind === 'elementLeft').map((entry) => entry.tokenId));
  const flows = entries.filter((entry) => entry.kind === 'flowTaken').map((entry) => entry.elementId);
  const kept = entries.filter(
    (entry) => entry.kind !== 'flowTaken' && !(entry.kind === 'elementEntered' && left.has(entry.tokenId)),
  );
  const events = kept.map((entry) => event(context, entry));
  return flows.length > 0 ? [...events, { kind: 'flowsTaken', actor: context.actor, data: { flows } }] : events;
}

function event({ version, actor }: Pick<Advance, 'version' | 'actor'>, entry: HistoryEntry): HistoryEvent {
  const { kind, elementId, tokenId, data } = entry;
  const element = { id: elementId, name: elementName(version.graph, elementId) };
  return { kind, actor, element, tokenId: tokenId ?? undefined, data: { ...data } };
}

/** The stage of the last element that was entered and has one: supervisors see where the case stands. */
export function stageAfter(
  { version, session, tx }: Pick<Advance, 'version' | 'session' | 'tx'>,
  entries: readonly HistoryEntry[],
): void {
  const entered = entries.filter((entry) => entry.kind === 'elementEntered' || entry.kind === 'elementLeft');
  for (const { elementId } of entered) {
    const stage = version.graph.elements[elementId] && elementOf(version, elementId).settings.stage;
    if (!stage || stage === session.record.stage) continue;
    session.record.stage = stage;
    session.record.stageSince = tx.now;
  }
}
