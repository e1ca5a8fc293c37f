import type { TokenRow } from '../contract';
import type { Element } from '../graph';
import { numberAt } from '../json';
import { countWaiting, gatewaysWithWaiting, removeFromJoins, waitingAt } from './joins';
import type { Run } from './run';
import { removeToken } from './tokens';

/** Takes one token per incoming flow out of a join and lets the newest of them go on. */
export function fireJoin(run: Run, scope: TokenRow, gateway: Element): void {
  const firsts = [...waitingAt(scope, gateway.id).values()].flatMap((ids) => ids.slice(0, 1));
  const tokens = firsts.flatMap((id) => run.tokens.get(id) ?? []);
  for (const token of tokens.slice(0, -1)) removeToken(run, token);
  const last = tokens.at(-1);
  if (!last) return;
  if (last.status === 'failed') run.emit({ type: 'incidentCleared', tokenId: last.id });
  removeFromJoins(run, last);
  run.tokens.update({ ...last, kind: 'activity', status: 'active', data: {} });
  run.log('elementEntered', gateway.id, last.id, { joined: tokens.length });
  run.push({ type: 'leave', tokenId: last.id });
}

/**
 * Lets one inclusive join go on, if any can, in the scopes that this command touched (BPMN 2.0 §13.4.3): asked when nothing
 * else moves, so also after tokens have died. Whether one of the tokens of the scope can still come is asked, not which: one is enough.
 */
export function fireInclusiveJoin(run: Run): boolean {
  for (const scopeId of run.touchedScopes) {
    const scope = run.tokens.get(scopeId);
    const gateways = scope
      ? gatewaysWithWaiting(scope)
          .map((id) => run.element(id))
          .filter(({ kind }) => kind === 'inclusiveGateway')
      : [];
    if (!scope || gateways.length === 0) continue;
    // Joins that wait for each other in a loop would wait for ever; the standard has no answer, we let the first go on.
    const isStandstill = numberAt(scope.data, 'live') === countWaiting(scope);
    const ready = gateways.find((gateway) => isReady(run, scope, gateway)) ?? (isStandstill ? gateways[0] : undefined);
    if (!ready) continue;
    fireJoin(run, scope, ready);
    return true;
  }
  return false;
}

/** No token elsewhere can reach an empty incoming flow, unless it could as well reach one that already has a token. */
function isReady(run: Run, scope: TokenRow, gateway: Element): boolean {
  const waiting = waitingAt(scope, gateway.id);
  const before = (flowIds: readonly string[]) => flowIds.flatMap((flowId) => gateway.join?.reachable[flowId] ?? []);
  const filled = new Set([gateway.id, ...before(gateway.incoming.filter((flowId) => waiting.has(flowId)))]);
  const awaited = before(gateway.incoming.filter((flowId) => !waiting.has(flowId))).filter((id) => !filled.has(id));
  return awaited.length === 0 || !run.isAnyAt(scope.id, new Set(awaited));
}
