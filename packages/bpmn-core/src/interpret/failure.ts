import type { TokenRow } from '../contract';
import { without } from '../json';
import { StepFailure } from './errors';
import { countWaiting, gatewaysWithWaiting, waitingAt } from './joins';
import type { Run } from './run';
import { stepToJson, type Step, type Trail } from './step';

/** Stops one token with an incident that names the element and the reason; the step is kept for `retry`. */
export function fail(run: Run, step: Step, failure: StepFailure): void {
  const token = run.tokens.get(step.tokenId);
  if (!token) return;
  const element = run.element(token.elementId);
  const data = { elementName: element.name, ...failure.data };
  const kept = { code: failure.code, step: stepToJson(step) };
  run.tokens.update({ ...token, status: 'failed', data: { ...token.data, failure: kept } });
  if (step.type === 'trigger') holdTimer(run, step.subscriptionId);
  run.emit({ type: 'incidentRaised', tokenId: token.id, elementId: element.id, code: failure.code, data });
  run.log('elementFailed', element.id, token.id, { code: failure.code });
}

/** A timer whose firing failed is due no more by itself, or the host would fire it again and again; `retry` does. */
function holdTimer(run: Run, subscriptionId: string): void {
  const subscription = run.subscriptions.get(subscriptionId);
  if (subscription?.kind === 'timer') run.subscriptions.update({ ...subscription, dueAt: null });
}

/** Makes a failed token active again. */
export function clearFailure(run: Run, token: TokenRow): void {
  run.tokens.update({ ...token, status: 'active', data: without(token.data, 'failure') });
  run.emit({ type: 'incidentCleared', tokenId: token.id });
}

/** The step guard: names the loop that the token went round, oldest element first; empty when it was no loop. */
export function tooManySteps(run: Run, trail: Trail | null, elementId: string, steps: number): StepFailure {
  const loop: string[] = [];
  let seen = trail;
  while (seen && seen.elementId !== elementId) {
    loop.unshift(seen.elementId);
    seen = seen.previous;
  }
  const ids = seen ? [elementId, ...loop] : [];
  return new StepFailure('tooManySteps', { steps, loop: ids.map((id) => ({ id, name: run.element(id).name })) });
}

/** When all that is left in a scope are tokens at joins that can no longer be filled, somebody has to be told. */
export function reportStuckJoins(run: Run): void {
  for (const scopeId of run.touchedScopes) {
    const scope = run.tokens.get(scopeId);
    if (!scope || scope.kind !== 'scope' || scope.data.live !== countWaiting(scope)) continue;
    const ids = gatewaysWithWaiting(scope).flatMap((id) => [...waitingAt(scope, id).values()].flat());
    const tokens = ids.flatMap((id) => run.tokens.get(id) ?? []);
    const first = tokens[0];
    if (!first || tokens.some((token) => token.status === 'failed')) continue;
    const missing = run.element(first.elementId).incoming.filter((flowId) => !waitingAt(scope, first.elementId).has(flowId));
    fail(run, { type: 'recheckJoins', tokenId: first.id }, new StepFailure('joinStuck', { missingFlows: missing }));
  }
}
