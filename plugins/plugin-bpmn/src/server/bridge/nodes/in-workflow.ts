import type PluginWorkflow from '@nocobase/plugin-workflow';
import { JOB_STATUS, type FlowNodeModel, type JobModel, type Processor } from '@nocobase/plugin-workflow';
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
  /** The job of the node before, if there is one. */
  readonly previous: { readonly id?: number } | null;
}

/**
 * Runs a node under a job of its own, whose id keys what it does. `work` gives the job's result, or undefined to wait. A
 * refusal ends the node as failed, by its code; any other error by its class: messages may quote the values of a case.
 */
export async function runNode({ node, processor, previous }: NodeRun, work: (job: JobModel) => Promise<object | undefined>) {
  const job = processor.saveJob({
    status: JOB_STATUS.PENDING,
    nodeId: node.id,
    nodeKey: node.key,
    upstreamId: previous?.id ?? null,
  });
  try {
    const result = await work(job);
    if (result === undefined) return null;
    job.set({ status: JOB_STATUS.RESOLVED, result });
  } catch (error) {
    const isRefusal = error instanceof BpmnError || error instanceof ZodError;
    job.set({ status: isRefusal ? JOB_STATUS.FAILED : JOB_STATUS.ERROR, result: reasonOf(error) });
  }
  return job;
}

function reasonOf(error: unknown): object {
  if (error instanceof BpmnError) return { code: error.code };
  if (error instanceof ZodError)
    return { code: 'workflow.badConfig', names: error.issues.map(({ path }) => path.join('.')).join(', ') };
  return { code: error instanceof Error ? error.name : 'unknown' };
}

/**
 * Runs a command for a node: in the transaction that the workflow has open, so that both happen or neither, else in one of its
 * own. Waiting for a lock that the workflow itself holds would never end.
 */
export async function commandIn<T>({ workflows, node, processor }: NodeRun, command: (tx: Tx) => Promise<T>): Promise<T> {
  const engine = engineOf(workflows.db);
  const transaction =
    processor.getScopeTransaction(node, 'main') ?? workflows.useDataSourceTransaction('main', processor.transaction);
  if (!transaction) return engine.write(command);
  const result = await command({ db: workflows.db, transaction, now: engine.clock.now() });
  transaction.afterCommit(() => engine.poke());
  return result;
}
