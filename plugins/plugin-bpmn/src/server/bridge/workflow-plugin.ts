import WorkflowPlugin from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';
import type { Database } from '@nocobase/database';
import { perDatabase } from '../runtime/per-database';

type Workflows = InstanceType<typeof WorkflowPlugin>;

const slots = perDatabase(() => ({ plugin: undefined as Workflows | undefined }));

/** NocoBase's plugin workflow; undefined where it is switched off. */
export function workflowsOf(db: Database): Workflows | undefined {
  return slots(db).plugin;
}

export function findWorkflows(app: Application): Workflows | undefined {
  const plugin: Workflows | undefined = app.pm.get(WorkflowPlugin);
  slots(app.db).plugin = plugin;
  return plugin;
}
