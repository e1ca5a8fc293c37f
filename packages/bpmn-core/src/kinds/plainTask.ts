import { readActivity } from '../compile/activity';
import type { ElementKind } from './kind';
import { finishAtOnce, hasType } from './shared';

/** Abstract and manual tasks: nothing for the engine to do (BPMN 2.0 §13.3.3). */
export const plainTask: ElementKind = {
  name: 'plainTask',
  matches: hasType('bpmn:Task', 'bpmn:ManualTask'),
  read: (source) => ({ activity: readActivity(source) }),
  enter: (run, token) => finishAtOnce(run, token),
};
