import { readActivity } from '../compile/activity';
import { readMessage } from '../compile/events';
import { subscribeToMessage, unsubscribe } from '../interpret/subscribe';
import { flagOf } from '../parse';
import type { ElementKind } from './kind';
import { hasType } from './shared';
import { moveToEvent } from './waiting';

/** Waits for one message; done when it comes. */
export const receiveTask: ElementKind = {
  name: 'receiveTask',
  matches: (source) => hasType('bpmn:ReceiveTask')(source) && !flagOf(source, 'instantiate'),
  read: (source) => ({
    activity: readActivity(source),
    task: { script: null, message: readMessage(source), calledElement: null },
  }),
  check(element, check) {
    if (!element.task?.message?.name) check.error('messageMissing', element);
  },
  enter(run, token, element) {
    if (element.task?.message) subscribeToMessage(run, token, element, element.task.message);
  },
  triggered(run, subscription, element, variables) {
    const token = run.tokens.get(subscription.tokenId);
    if (!token) return;
    unsubscribe(run, token, token.elementId === element.id ? element.id : undefined);
    moveToEvent(run, token, element);
    run.push({ type: 'finish', tokenId: token.id, variables });
  },
};
