import { readActivity } from '../compile/activity';
import { beginWaiting } from '../interpret/tokens';
import { visibleVariables } from '../interpret/variables';
import { textOf, childOf, type ModdleElement } from '../parse';
import type { ElementKind } from './kind';
import { hasType } from './shared';

const isAlwaysWork = hasType('bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask');
const mayBeWork = hasType('bpmn:Task', 'bpmn:ManualTask', 'bpmn:SendTask', 'bpmn:ScriptTask');

/**
 * Work for somebody outside: a person, a job, a decision table. Any other task becomes work by a `wuxin:activityType`; a
 * send task also without a message, because then only its implementation knows what to send.
 */
export const workTask: ElementKind = {
  name: 'workTask',
  matches: (source) => isAlwaysWork(source) || (mayBeWork(source) && (hasActivityType(source) || isSendWithoutMessage(source))),
  read: (source) => ({ activity: readActivity(source) }),
  enter(run, token, element) {
    beginWaiting(run, token);
    run.emit({ type: 'workOpened', tokenId: token.id, elementId: element.id, variables: visibleVariables(run, token.id) });
  },
  cancelled(run, token, element) {
    run.emit({ type: 'workCancelled', tokenId: token.id, elementId: element.id });
  },
};

function hasActivityType(source: ModdleElement): boolean {
  return textOf(source, 'wuxin:activityType') !== null;
}

function isSendWithoutMessage(source: ModdleElement): boolean {
  return source.$type === 'bpmn:SendTask' && childOf(source, 'messageRef') === null;
}
