import type { TokenRow, Variables } from '../contract';
import { elementsOf, type Element } from '../graph';
import { isEventSubProcess } from './ancestry';
import { cancelToken } from './cancel';
import { caughtBy } from './mappings';
import type { Run } from './run';
import { startEventSubProcess } from './scope';
import { eventSubProcessStarts } from './subscribe';
import { isLoopInstance, spawn } from './tokens';
import { mergeVariables } from './variables';

export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
  readonly variables: Variables;
}

/** An event that catches, and the token that it belongs to: an activity (boundary) or a scope (event sub-process). */
interface Catcher {
  readonly token: TokenRow;
  readonly event: Element;
}

/**
 * Hands an error or escalation to the nearest event that catches it, from the token outwards (BPMN 2.0 §10.5.7); one for the
 * exact code goes before one for any. Returns false when nobody does.
 */
export function throwUp(run: Run, from: TokenRow, thrown: Thrown): boolean {
  const catcher = findCatcher(run, from, thrown);
  if (!catcher) return false;
  if (catcher.event.kind === 'boundaryEvent') leaveByBoundary(run, catcher.token, catcher.event, thrown.variables);
  else startEventSubProcess(run, catcher.token, catcher.event, thrown.variables);
  return true;
}

/** Leaves an activity by one of its boundary events; an interrupting one ends the activity. */
export function leaveByBoundary(run: Run, activity: TokenRow, boundary: Element, variables: Variables): void {
  mergeVariables(run, activity.parentId, caughtBy(run, activity.parentId, boundary, variables));
  // The new token first: the scope around must not look empty in between.
  spawn(run, { parentId: activity.parentId, elementId: boundary.id });
  if (boundary.event?.isInterrupting) cancelToken(run, activity);
}

function findCatcher(run: Run, from: TokenRow, thrown: Thrown): Catcher | null {
  let below: TokenRow | null = null;
  for (let token: TokenRow | null = from; token; token = run.parentOf(token)) {
    const event = catcherAt(run, token, below, thrown);
    if (event) return { token, event };
    below = token;
  }
  return null;
}

function catcherAt(run: Run, token: TokenRow, below: TokenRow | null, thrown: Thrown): Element | null {
  // It stands at an activity that is completed already, whose boundary events catch nothing any more.
  if (token.kind === 'compensation') return null;
  const element = run.element(token.elementId);
  // What an event sub-process throws is not caught by itself or its neighbours, only further out.
  const isFromHandler = below !== null && isEventSubProcess(run, below);
  const starts = token.kind === 'scope' && below !== null && !isFromHandler ? eventSubProcessStarts(run, element) : [];
  const boundaries = isLoopInstance(run, token) ? [] : elementsOf(run.graph, element.activity?.boundaryIds ?? []);
  return bestMatch(starts, thrown) ?? bestMatch(boundaries, thrown);
}

function bestMatch(events: readonly Element[], thrown: Thrown): Element | null {
  return (
    events.find((event) => catches(event, thrown, thrown.code)) ?? events.find((event) => catches(event, thrown, null)) ?? null
  );
}

function catches(event: Element, { kind }: Thrown, code: string | null): boolean {
  return event.event?.definitions.some((definition) => definition.kind === kind && definition.code === code) ?? false;
}
