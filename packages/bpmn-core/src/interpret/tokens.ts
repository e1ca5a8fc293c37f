import type { TokenRow, Variables } from '../contract';
import type { Element } from '../graph';
import { numberAt, type JsonObject } from '../json';
import { removeFromJoins } from './joins';
import type { Run } from './run';

interface NewToken {
  readonly parentId: string | null;
  readonly elementId: string;
  readonly flowId?: string;
  readonly kind?: TokenRow['kind'];
  readonly variables?: Variables;
  readonly data?: JsonObject;
}

/** Adds a token; a scope around it counts it, so that nobody has to count tokens to know when the scope is empty. */
export function insertToken(run: Run, { parentId, elementId, flowId, kind, variables, data }: NewToken): TokenRow {
  const token: TokenRow = {
    id: run.newId(),
    parentId,
    elementId,
    kind: kind ?? 'activity',
    status: 'active',
    flowId: flowId ?? null,
    variables: variables ?? {},
    multiInstance: null,
    data: data ?? {},
  };
  run.tokens.insert(token);
  countInScope(run, token, 1);
  return token;
}

/** Adds a token before an element and queues its arrival. */
export function spawn(run: Run, token: NewToken): TokenRow {
  const row = insertToken(run, token);
  run.push({ type: 'enter', tokenId: row.id });
  return row;
}

/** Takes a token away; the last one of a scope makes the scope look whether it is done. */
export function removeToken(run: Run, token: TokenRow): void {
  if (token.status === 'failed') run.emit({ type: 'incidentCleared', tokenId: token.id });
  removeFromJoins(run, token);
  run.tokens.delete(token.id);
  countInScope(run, token, -1);
}

/** The row as it is now, after what other steps wrote. */
export function currentToken(run: Run, token: TokenRow): TokenRow {
  return run.tokens.get(token.id) ?? token;
}

export function touchScope(run: Run, token: TokenRow): void {
  if (token.parentId !== null) run.touchedScopes.add(token.parentId);
}

/** Whether it is one of the instances of a multi-instance or looped activity, not the activity as a whole. */
export function isLoopInstance(run: Run, token: TokenRow): boolean {
  return run.parentOf(token)?.kind === 'multiInstance';
}

/** Somebody outside has been asked to do the activity. */
export function isWaiting(token: TokenRow): boolean {
  return token.status === 'active' && token.data.waiting === true;
}

export function beginWaiting(run: Run, token: TokenRow): void {
  run.tokens.update({ ...token, data: { ...token.data, waiting: true } });
}

export function hasTokens(scope: TokenRow): boolean {
  return numberAt(scope.data, 'live') > 0;
}

export function entered(run: Run, token: TokenRow, data: JsonObject = {}): void {
  run.log('elementEntered', token.elementId, token.id, data);
}

export function left(run: Run, token: TokenRow, element: Element, data: JsonObject = {}): void {
  run.log('elementLeft', element.id, token.id, data);
}

function countInScope(run: Run, token: TokenRow, change: 1 | -1): void {
  const parent = run.parentOf(token);
  if (parent?.kind !== 'scope') return;
  const live = numberAt(parent.data, 'live') + change;
  run.tokens.update({ ...parent, data: { ...parent.data, live } });
  run.touchedScopes.add(parent.id);
  if (live === 0) run.push({ type: 'emptied', tokenId: parent.id });
}
