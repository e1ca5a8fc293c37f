import { readActivity } from '../compile/activity';
import { StepFailure } from '../interpret/errors';
import { evaluateText } from '../interpret/expressions';
import { beginWaiting } from '../interpret/tokens';
import { visibleVariables } from '../interpret/variables';
import { textOf } from '../parse';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/** Calls a process as an instance of its own; the host starts it and completes this activity with its result. */
export const callActivity: ElementKind = {
  name: 'callActivity',
  matches: hasType('bpmn:CallActivity'),
  read: (source) => ({
    activity: readActivity(source),
    task: { script: null, message: null, calledElement: textOf(source, 'calledElement') },
  }),
  check(element, check) {
    if (!element.task?.calledElement) check.error('calledElementMissing', element);
  },
  enter(run, token, element) {
    const expression = element.task?.calledElement ?? '';
    const calledElement = evaluateText(run, token.id, { expression, property: 'calledElement' });
    if (typeof calledElement !== 'string' || calledElement === '') {
      throw new StepFailure('nameInvalid', { expression, property: 'calledElement', value: calledElement });
    }
    beginWaiting(run, token);
    // With inputs the called process gets these only, without it gets all that is visible here.
    const variables = element.activity?.inputs.length ? token.variables : visibleVariables(run, token.id);
    run.emit({ type: 'callOpened', tokenId: token.id, elementId: element.id, calledElement, variables });
  },
  cancelled(run, token, element) {
    run.emit({ type: 'callCancelled', tokenId: token.id, elementId: element.id });
  },
};
