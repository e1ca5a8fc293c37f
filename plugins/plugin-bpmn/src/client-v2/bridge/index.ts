import type { Instruction, Trigger } from '@nocobase/plugin-workflow/client-v2';
import { CalledByProcess } from './CalledByProcess';
import { SendMessage } from './SendMessage';
import { StartCase } from './StartCase';

/** What NocoBase's plugin workflow offers others in the browser. */
export interface WorkflowCanvas {
  registerTrigger(type: string, trigger: new () => Trigger): void;
  registerInstruction(type: string, instruction: new () => Instruction): void;
}

/**
 * Adds our trigger and nodes to NocoBase's workflow canvas.
 *
 * @example registerWorkflowParts(this.app.pm.get('workflow')) // in load()
 */
export function registerWorkflowParts(workflow: WorkflowCanvas | undefined): void {
  workflow?.registerTrigger('bpmn-call', CalledByProcess);
  workflow?.registerInstruction('bpmn-start', StartCase);
  workflow?.registerInstruction('bpmn-message', SendMessage);
}
