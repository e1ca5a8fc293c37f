import type { TokenRow } from '../contract';
import { isJsonArray, isJsonObject, without, type JsonObject } from '../json';
import type { Run } from './run';

/**
 * Which tokens wait at which gateway of a scope, by incoming flow. Kept in the scope's row (`data.joins`), so that an
 * arrival reads that row and not all tokens of the scope.
 */
export type Waiting = ReadonlyMap<string, readonly string[]>;

export function waitingAt(scope: TokenRow, gatewayId: string): Waiting {
  const byFlow = joinsOf(scope)[gatewayId];
  if (!isJsonObject(byFlow)) return new Map();
  return new Map(Object.entries(byFlow).map(([flowId, ids]) => [flowId, textsOf(ids)]));
}

export function gatewaysWithWaiting(scope: TokenRow): readonly string[] {
  return Object.keys(joinsOf(scope));
}

export function countWaiting(scope: TokenRow): number {
  return gatewaysWithWaiting(scope).reduce((sum, id) => sum + [...waitingAt(scope, id).values()].flat().length, 0);
}

export function addToJoins(run: Run, scope: TokenRow, token: TokenRow): void {
  const waiting = new Map(waitingAt(scope, token.elementId));
  const key = token.flowId ?? '';
  waiting.set(key, [...(waiting.get(key) ?? []), token.id]);
  write(run, scope, token.elementId, waiting);
}

export function removeFromJoins(run: Run, token: TokenRow): void {
  const scope = token.kind === 'joining' ? run.parentOf(token) : null;
  if (!scope) return;
  const key = token.flowId ?? '';
  const waiting = new Map(waitingAt(scope, token.elementId));
  waiting.set(
    key,
    (waiting.get(key) ?? []).filter((id) => id !== token.id),
  );
  write(run, scope, token.elementId, waiting);
}

function write(run: Run, scope: TokenRow, gatewayId: string, waiting: Waiting): void {
  const byFlow = Object.fromEntries([...waiting].filter(([, ids]) => ids.length > 0));
  const joins: JsonObject =
    Object.keys(byFlow).length > 0 ? { ...joinsOf(scope), [gatewayId]: byFlow } : without(joinsOf(scope), gatewayId);
  const data = Object.keys(joins).length > 0 ? { ...scope.data, joins } : without(scope.data, 'joins');
  run.tokens.update({ ...scope, data });
}

function joinsOf(scope: TokenRow): JsonObject {
  return isJsonObject(scope.data.joins) ? scope.data.joins : {};
}

function textsOf(ids: JsonObject[string] | undefined): readonly string[] {
  return isJsonArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
