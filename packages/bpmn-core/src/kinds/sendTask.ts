import { readActivity } from '../compile/activity';
import { readMessage } from '../compile/events';
import { throwMessage } from '../interpret/throws';
import type { ElementKind } from './kind';
import { finishAtOnce, hasType } from './shared';

/** Throws its message and goes on; a send task without a message is work. */
export const sendTask: ElementKind = {
  name: 'sendTask',
  matches: hasType('bpmn:SendTask'),
  read: (source) => ({
    activity: readActivity(source),
    task: { script: null, message: readMessage(source), calledElement: null },
  }),
  check(element, check) {
    if (!element.task?.message?.name) check.error('messageMissing', element);
  },
  enter(run, token, element) {
    if (element.task?.message) throwMessage(run, token, element, element.task.message);
    finishAtOnce(run, token);
  },
};
