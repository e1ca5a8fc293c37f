import { readActivity } from '../compile/activity';
import { runScript } from '../interpret/expressions';
import { textOf } from '../parse';
import type { ElementKind } from './kind';
import { finishAtOnce, hasType } from './shared';

/** Runs its script in the host's sandbox; what it returns is merged like the result of any activity. */
export const scriptTask: ElementKind = {
  name: 'scriptTask',
  matches: hasType('bpmn:ScriptTask'),
  read: (source) => ({
    activity: readActivity(source),
    task: {
      script: { format: textOf(source, 'scriptFormat') ?? 'javascript', source: textOf(source, 'script') ?? '' },
      message: null,
      calledElement: null,
    },
  }),
  check(element, check) {
    if (!element.task?.script?.source) check.error('scriptMissing', element);
  },
  enter(run, token, element) {
    if (element.task?.script) finishAtOnce(run, token, runScript(run, token.id, element.task.script));
  },
};
