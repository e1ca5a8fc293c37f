import type { FlowContext } from '@nocobase/flow-engine';
import type { OptionRow } from '../../common/api';
import type { FormContract } from '../../common/form';
import type { FormUploads } from './form-uploads';

/** What the models of a form that runs see as `ctx.bpmnTask`; there is none while the form is designed. */
export interface TaskContext {
  taskId: string;
  contract: FormContract;
  /** The record, with what was typed before and not submitted yet. */
  values: Record<string, unknown>;
  uploads: FormUploads;
  /** What may be picked, where the task is none of a case: a process is only tried out. */
  options?: TriedOptions;
}

export type TriedOptions = (field: string, search: string) => Promise<OptionRow[]>;

/** Stands for the task of a form that somebody looks at before it is published. */
export const PREVIEW_TASK = '';

export const TASK_CONTEXT = 'bpmnTask';

export function taskOf(context: FlowContext): TaskContext | undefined {
  return context[TASK_CONTEXT] as TaskContext | undefined; // only `openScope` defines it
}
