import type PluginWorkflow from '@nocobase/plugin-workflow';
import { JOB_STATUS, type FlowNodeModel, type IJob, type JobModel, type Processor } from '@nocobase/plugin-workflow';
import { ZodError } from 'zod';
import { engineOf } from '../../runtime/engine';
import { BpmnError } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';

type Workflows = InstanceType<typeof PluginWorkflow>;

/** A node's run, with what the helpers below need of it. */
export interface NodeRun {
  readonly workflows: Workflows;
  readonly node: FlowNodeModel;
  readonly processor: Processor;
}

/**
 * Runs a command for a node: in the transaction that the workflow has open, so that both happen or neither, else in one of its
 * own. Waiting for a lock that the workflow itself holds would never end.
 */
export async function commandIn<T>({ workflows, node, processor }: NodeRun, command: (tx: Tx) => Promise<T>): Promise<T> {
  const engine = engineOf(workflows.db);
  const transaction = processor.getScopeTransaction(node, 'main') ?? workflows.useDataSourceTransaction('main', processor.transaction);
  if (!transaction) return engine.write(command);
  const result = await command({ db: workflows.db, transaction, now: engine.clock.now() });
  transaction.afterCommit(() => engine.poke());
  return result;
}

/** A refusal ends the node as failed, by its code; anything else is an error of the node, as NocoBase handles it. */
export async function refusalAsFailure(run: () => Promise<JobModel | null>): Promise<JobModel | IJob | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BpmnError) return { status: JOB_STATUS.FAILED, result: { code: error.code } };
    if (error instanceof ZodError) return { status: JOB_STATUS.FAILED, result: { code: 'workflow.badConfig', names: namesIn(error) } };
    throw error;
  }
}

const namesIn = (error: ZodError) => error.issues.map(({ path }) => path.join('.')).join(', ');
