import type { Json, MultiInstanceCounters, TokenRow, Variables } from '../../contract';
import type { Element } from '../../graph';
import { cancelToken } from '../cancel';
import { complete } from '../complete';
import { isCompensable, recordCompletion } from '../records';
import type { Run } from '../run';
import { currentToken, removeToken, spawn } from '../tokens';

export interface DoneInstance<L> {
  readonly body: TokenRow;
  readonly instance: TokenRow;
  readonly element: Element;
  readonly loop: L;
}

export function countersOf(body: TokenRow): MultiInstanceCounters {
  return body.multiInstance ?? { total: 0, active: 0, completed: 0, sequential: false };
}

export function spawnInstance(run: Run, body: TokenRow, locals: Variables): void {
  spawn(run, { parentId: body.id, elementId: body.elementId, variables: locals });
}

export function setCounters(run: Run, body: TokenRow, counters: MultiInstanceCounters): TokenRow {
  const updated: TokenRow = { ...currentToken(run, body), kind: 'multiInstance', multiInstance: counters };
  run.tokens.update(updated);
  return updated;
}

/** Counts a completed instance and takes its token away. */
export function countDone(run: Run, body: TokenRow, instance: TokenRow): TokenRow {
  removeToken(run, currentToken(run, instance));
  const counters = countersOf(body);
  return setCounters(run, body, { ...counters, active: counters.active - 1, completed: counters.completed + 1 });
}

/** Ends the activity as a whole; instances that are still open are cancelled, and only then asked for. */
export function endBody(run: Run, body: TokenRow, element: Element): void {
  const counters = countersOf(body);
  if (counters.active > 0) {
    for (const open of run.tokens.inGroup(body.id)) cancelToken(run, open);
    setCounters(run, body, { ...counters, active: 0 });
  }
  if (counters.completed > 0 && isCompensable(element)) recordCompletion(run, currentToken(run, body), element, {});
  complete(run, currentToken(run, body), element);
}

/** What completion conditions may count with (BPMN 2.0 §10.3.8). */
export function instanceCounts({ total, active, completed, sequential }: MultiInstanceCounters): Record<string, Json> {
  return {
    nrOfInstances: total,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: completed,
    nrOfTerminatedInstances: sequential ? 0 : total - active - completed,
  };
}
