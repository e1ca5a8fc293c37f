import { Trigger } from '@nocobase/plugin-workflow';

/** Trigger type of workflows that a service task calls. */
export const CALL_TRIGGER = 'bpmn-call';

/** Never fires by itself: the job of a service task triggers it. A workflow's Output node says what the task gets. */
export class BpmnCallTrigger extends Trigger {}
