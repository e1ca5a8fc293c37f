import type { TokenRow } from '../contract';
import type { Element, EventDefinition } from '../graph';
import { scopeOf } from './ancestry';
import { throwUp } from './catching';
import { beginCompensation, compensateBeside, recordsFor } from './compensation';
import { endInstance, rootOf } from './end';
import { payloadOf } from './mappings';
import { recordsOf } from './records';
import type { Run } from './run';
import { cancelChildren } from './scope';
import { correlationKeyOf, eventSubProcessStarts, nameOf, unsubscribe } from './subscribe';
import { currentToken, removeToken, spawn } from './tokens';
import { visibleVariables } from './variables';

/** Throws every definition of an event in turn; then the token leaves, or ends at an end event, where it still exists. */
export function throwAll(run: Run, token: TokenRow, element: Element): void {
  let isWaiting = false;
  for (const definition of element.event?.definitions ?? []) {
    isWaiting = throwOne(run, token, element, definition) || isWaiting;
    if (!run.tokens.get(token.id)) return;
  }
  if (!isWaiting) run.push({ type: 'leave', tokenId: token.id });
}

/** Returns whether the token has to wait, and will be moved on by what it waits for. */
function throwOne(run: Run, token: TokenRow, element: Element, definition: EventDefinition): boolean {
  switch (definition.kind) {
    case 'message':
      throwMessage(run, token, element, definition);
      return false;
    case 'signal':
      run.emit({
        type: 'signalThrown',
        elementId: element.id,
        tokenId: token.id,
        name: nameOf(run, token, definition.name, 'signal'),
        variables: payloadOf(run, token, element),
      });
      return false;
    case 'error':
      throwError(run, token, definition.code ?? '');
      return false;
    case 'escalation':
      throwEscalation(run, token, element, definition.code ?? '');
      return false;
    case 'compensation':
      return throwCompensation(run, token, definition);
    case 'cancel':
      return cancelTransaction(run, token);
    case 'terminate':
      terminate(run, token);
      return false;
    case 'link':
      followLink(run, token, element, definition.name);
      return false;
    case 'timer':
    case 'condition':
      return false;
  }
}

export function throwMessage(
  run: Run,
  token: TokenRow,
  element: Element,
  message: { name: string; correlationKey: string | null },
): void {
  run.emit({
    type: 'messageThrown',
    elementId: element.id,
    tokenId: token.id,
    name: nameOf(run, token, message.name, 'message'),
    correlationKey: correlationKeyOf(run, token, message),
    variables: payloadOf(run, token, element),
  });
}

/** An error that nobody catches ends the whole instance; the host tells the caller (BPMN 2.0 §10.5.7). */
function throwError(run: Run, token: TokenRow, code: string): void {
  const root = rootOf(run, token);
  run.log('elementLeft', token.elementId, token.id);
  removeToken(run, token);
  if (!throwUp(run, token, { kind: 'error', code, variables: {} })) endInstance(run, currentToken(run, root), 'terminated', code);
}

/** An escalation that nobody catches has no effect inside. */
export function throwEscalation(run: Run, token: TokenRow, element: Element, code: string, variables = {}): void {
  if (throwUp(run, token, { kind: 'escalation', code, variables })) return;
  const visible = { ...visibleVariables(run, token.id), ...variables };
  run.emit({ type: 'escalationThrown', elementId: element.id, tokenId: token.id, code, variables: visible });
}

function throwCompensation(
  run: Run,
  token: TokenRow,
  { activityId, waits }: { activityId: string | null; waits: boolean },
): boolean {
  const records = recordsFor(run, token, activityId);
  if (records.length === 0) return false;
  if (waits) beginCompensation(run, token, records, 'leave');
  else compensateBeside(run, token, records);
  return waits;
}

/** Ends what is open in the transaction, compensates what is completed, then leaves by the cancel boundary event. */
function cancelTransaction(run: Run, token: TokenRow): boolean {
  const transaction = scopeOf(run, token);
  if (!transaction) return false;
  cancelChildren(run, transaction, token);
  for (const start of eventSubProcessStarts(run, run.element(transaction.elementId))) unsubscribe(run, transaction, start.id);
  const records = run.element(transaction.elementId).scope?.isCompensable ? recordsOf(run, transaction.id) : [];
  beginCompensation(run, token, records, 'cancelTransaction');
  return true;
}

/** Ends the scope at once, and only it: a terminated sub-process is left like a completed one (BPMN 2.0 §13.5.6). */
function terminate(run: Run, token: TokenRow): void {
  const scope = scopeOf(run, token);
  if (!scope) return;
  run.log('elementLeft', token.elementId, token.id);
  cancelChildren(run, scope, token);
  if (scope.parentId === null) {
    run.tokens.delete(token.id);
    return endInstance(run, { ...scope, data: { ...scope.data, live: 0 } }, 'terminated');
  }
  removeToken(run, token);
}

function followLink(run: Run, token: TokenRow, element: Element, name: string): void {
  const siblings = Object.values(run.graph.elements).filter(
    ({ scopeId, kind }) => scopeId === element.scopeId && kind === 'intermediateCatchEvent',
  );
  const target = siblings.find(({ event }) => event?.definitions.some((other) => other.kind === 'link' && other.name === name));
  if (!target) return;
  spawn(run, { parentId: token.parentId, elementId: target.id });
}
