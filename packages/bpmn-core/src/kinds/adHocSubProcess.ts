import type { TokenRow } from '../contract';
import { readActivity } from '../compile/activity';
import { conditionOf } from '../compile/expression';
import { noScopeDetails } from '../compile/scopes';
import type { Element } from '../graph';
import { finish } from '../interpret/activity';
import { evaluateCondition } from '../interpret/expressions';
import type { Run } from '../interpret/run';
import { cancelChildren, openScope } from '../interpret/scope';
import { currentToken, hasTokens, spawn } from '../interpret/tokens';
import { isJsonArray } from '../json';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/**
 * Activities without a fixed order: all begin at once (or one after the other, `ordering="Sequential"`), and it ends when
 * all are done or its completion condition is met (BPMN 2.0 §13.3.5).
 */
export const adHocSubProcess: ElementKind = {
  name: 'adHocSubProcess',
  matches: hasType('bpmn:AdHocSubProcess'),
  read: (source) => ({
    activity: readActivity(source),
    scope: {
      ...noScopeDetails,
      adHoc: {
        isSequential: source.get('ordering') === 'Sequential',
        completionCondition: conditionOf(source, 'completionCondition'),
        cancelsRemaining: source.get('cancelRemainingInstances') !== false,
      },
    },
  }),
  check(element, check) {
    if (element.scope?.startIds.length === 0) check.error('scopeWithoutStart', element);
  },
  enter(run, token, element) {
    const ids = element.scope?.startIds ?? [];
    const isSequential = element.scope?.adHoc?.isSequential === true;
    openScope(run, token, element, isSequential ? ids.slice(0, 1) : ids);
    const now = currentToken(run, token);
    if (isSequential) run.tokens.update({ ...now, data: { ...now.data, pending: ids.slice(1) } });
  },
  childLeft(run, token, element) {
    const condition = element.scope?.adHoc?.completionCondition;
    if (condition == null || !evaluateCondition(run, token.id, { expression: condition, property: 'completionCondition' }))
      return;
    stopPending(run, token);
    if (element.scope?.adHoc?.cancelsRemaining) cancelChildren(run, token);
  },
  emptied(run, token, element) {
    if (!beginNext(run, token, element)) finish(run, token, {});
  },
};

function stopPending(run: Run, token: TokenRow): void {
  const now = currentToken(run, token);
  if (isJsonArray(now.data.pending)) run.tokens.update({ ...now, data: { ...now.data, pending: [] } });
}

function beginNext(run: Run, token: TokenRow, element: Element): boolean {
  const [next, ...pending] = isJsonArray(token.data.pending) ? token.data.pending : [];
  if (typeof next !== 'string' || hasTokens(token) || !element.scope) return false;
  run.tokens.update({ ...token, data: { ...token.data, pending } });
  spawn(run, { parentId: token.id, elementId: next });
  return true;
}
