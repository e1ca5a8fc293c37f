import type { TokenRow, Variables } from '../contract';
import { elementsOf, type Element } from '../graph';
import { without } from '../json';
import { cancelToken } from './cancel';
import { caughtBy } from './mappings';
import type { Run } from './run';
import { eventSubProcessStarts, subscribeToAll, unsubscribe } from './subscribe';
import { currentToken, entered, insertToken, spawn } from './tokens';

/** Turns a token into a running (sub-)process and puts tokens at its starts. */
export function openScope(run: Run, token: TokenRow, element: Element, startIds: readonly string[]): void {
  const scope: TokenRow = { ...token, kind: 'scope', data: { ...token.data, live: 0 } };
  run.tokens.update(scope);
  subscribeToAll(
    run,
    scope,
    eventSubProcessStarts(run, element).map((start) => start.id),
  );
  for (const start of elementsOf(run.graph, startIds)) spawn(run, { parentId: scope.id, elementId: start.id });
  if (startIds.length === 0) run.push({ type: 'emptied', tokenId: scope.id });
}

/** Begins an event sub-process; what its trigger carried is visible inside only (several may run side by side). */
export function openEventSubProcess(
  run: Run,
  parent: TokenRow,
  start: Element,
  variables: Variables,
  data: TokenRow['data'] = {},
): TokenRow {
  const element = run.element(start.scopeId ?? '');
  const token = insertToken(run, { parentId: parent.id, elementId: element.id, variables, data });
  entered(run, token);
  openScope(run, token, element, [start.id]);
  return token;
}

/** Begins an event sub-process of a running scope; an interrupting one ends everything else inside first. */
export function startEventSubProcess(run: Run, scope: TokenRow, start: Element, variables: Variables): void {
  if (start.event?.isInterrupting) {
    for (const open of eventSubProcessStarts(run, run.element(scope.elementId))) unsubscribe(run, scope, open.id);
    cancelChildren(run, scope);
  }
  openEventSubProcess(run, scope, start, caughtBy(run, scope.id, start, variables));
}

/** Ends all tokens of a scope but one, and what an ad-hoc sub-process has not begun yet. */
export function cancelChildren(run: Run, scope: TokenRow, except?: TokenRow): void {
  for (const child of run.tokens.inGroup(scope.id)) {
    if (child.id !== except?.id) cancelToken(run, child);
  }
  const now = currentToken(run, scope);
  if ('pending' in now.data) run.tokens.update({ ...now, data: without(now.data, 'pending') });
}
