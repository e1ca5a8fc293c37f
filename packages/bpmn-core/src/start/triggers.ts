import type { Env, Instant } from '../contract';
import type { Graph, TimerDefinition } from '../graph';
import { reschedule, schedule, type Schedule } from '../time';

/** A way in which a process begins from outside; a host keeps them armed for the newest version of a process. */
export type StartTrigger =
  | { readonly kind: 'none'; readonly processId: string; readonly elementId: string | null }
  | { readonly kind: 'message' | 'signal'; readonly processId: string; readonly elementId: string; readonly name: string }
  | { readonly kind: 'timer'; readonly processId: string; readonly elementId: string; readonly timer: TimerDefinition };

type TimerTrigger = Extract<StartTrigger, { kind: 'timer' }>;

/**
 * Everything that can begin a process of the file, in the order of the file. `none` with `elementId: null` is a process
 * without start events, which begins at every element that no flow leads to.
 */
export function startTriggers(graph: Graph): readonly StartTrigger[] {
  return Object.keys(graph.processes).flatMap((processId) => triggersOf(graph, processId));
}

function triggersOf(graph: Graph, processId: string): readonly StartTrigger[] {
  const events = Object.values(graph.elements).filter(({ kind, scopeId }) => kind === 'startEvent' && scopeId === processId);
  if (events.length === 0) return [{ kind: 'none', processId, elementId: null }];
  return events.flatMap(({ id: elementId, event }): readonly StartTrigger[] => {
    const definitions = event?.definitions ?? [];
    if (definitions.length === 0) return [{ kind: 'none', processId, elementId }];
    return definitions.flatMap((definition): readonly StartTrigger[] => {
      if (definition.kind === 'timer') return [{ kind: 'timer', processId, elementId, timer: definition }];
      if (definition.kind === 'message' || definition.kind === 'signal') {
        return [{ kind: definition.kind, processId, elementId, name: definition.name }];
      }
      return [];
    });
  });
}

/** When a start timer is due first; `null` when its value means no time. FEEL sees no variables: there is no instance yet. */
export function scheduleStart(graph: Graph, { timer }: TimerTrigger, env: Pick<Env, 'now' | 'evaluate'>): Schedule | null {
  const { value } = timer;
  const resolved = value.startsWith('=') ? env.evaluate(value.slice(1).trim(), {}) : value;
  return schedule(timer.timer, resolved, env.now, graph.timeZone);
}

/** The next time after a start timer fired; `null` when that was the last. */
export function rescheduleStart(graph: Graph, fired: Schedule, now: Instant): Schedule | null {
  return reschedule(fired, now, graph.timeZone);
}
