import type { Application } from '@nocobase/server';
import { activityTypesOf } from '../engine';
import { jobHandlersOf } from '../jobs';
import { CALL_JOB, callJob } from './call/call-job';
import { BpmnCallTrigger, CALL_TRIGGER } from './call/trigger';
import { workflowType } from './call/workflow-type';
import { registerDataStarts } from './data-starts';
import { MESSAGE_NODE, MessageNode } from './nodes/message-node';
import { RESUME_JOB, resumeJob } from './nodes/resume-job';
import { START_NODE, StartNode } from './nodes/start-node';
import { registerPokes } from './poke';
import { findWorkflows } from './workflow-plugin';

/**
 * Processes and NocoBase's workflows use each other: a service task calls a workflow and waits, workflow nodes start instances
 * and send messages, and saving a record starts an instance. Without its plugin workflow only the last is left.
 */
export function registerBridge(app: Application): void {
  const { db } = app;
  activityTypesOf(db).registerOnce(workflowType);
  jobHandlersOf(db).set(CALL_JOB, callJob(db)).set(RESUME_JOB, resumeJob(db));
  registerDataStarts(app);
  const workflows = findWorkflows(app);
  if (!workflows) return;
  workflows.registerTrigger(CALL_TRIGGER, new BpmnCallTrigger(workflows));
  workflows.registerInstruction(START_NODE, new StartNode(workflows));
  workflows.registerInstruction(MESSAGE_NODE, new MessageNode(workflows));
  registerPokes(app);
}
