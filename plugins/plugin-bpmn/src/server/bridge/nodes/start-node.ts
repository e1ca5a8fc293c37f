import { Instruction, type FlowNodeModel, type JobModel, type Processor } from '@nocobase/plugin-workflow';
import { personOf, startInstance } from '../../commands';
import { SYSTEM } from '../../runtime/actor';
import { conflict } from '../../runtime/errors';
import { missing, StartConfig } from './config';
import { commandIn, runNode } from './in-workflow';
import { queueResume } from './resume-job';

export const START_NODE = 'bpmn-start';

/**
 * Node that starts an instance and, if asked, waits for its end. The node's job is the key of the start: running the same job
 * again finds the instance. Result: `{ instanceId, isNew, taskIds }`, after waiting `{ instanceId, status, variables }`.
 */
export class StartNode extends Instruction {
  override validateConfig(config: Record<string, unknown>) {
    return missing(config, ['processKey']);
  }

  run(node: FlowNodeModel, previous: { id?: number } | null, processor: Processor) {
    const run = { workflows: this.workflow, node, processor, previous };
    return runNode(run, async (job) => {
      const { waitForEnd, starterId, ...request } = StartConfig.parse(processor.getParsedValue(node.config, node.id));
      if (waitForEnd && processor.isInstructionSync(node)) throw conflict('workflow.syncCannotWait');
      const started = await commandIn(run, async (tx) => {
        const starter = starterId ? await personOf(tx, starterId) : undefined;
        const instance = await startInstance(tx, SYSTEM, { ...request, starter, startKey: `workflow:${job.id}` });
        if (waitForEnd) await queueResume(tx, instance.instanceId, String(job.id), 0);
        return instance;
      });
      return waitForEnd ? undefined : started;
    });
  }

  /** The case has ended: its job says how, and the workflow goes on from here. */
  resume(_node: FlowNodeModel, job: JobModel) {
    return job;
  }
}
