import { Instruction, JOB_STATUS, type FlowNodeModel, type JobModel, type Processor } from '@nocobase/plugin-workflow';
import { startInstance } from '../../commands/start-instance';
import { personOf } from '../../commands/people';
import { SYSTEM } from '../../runtime/actor';
import { conflict } from '../../runtime/errors';
import { missing, StartConfig } from './config';
import { commandIn, refusalAsFailure } from './in-workflow';
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
    return refusalAsFailure(async () => {
      const config = StartConfig.parse(processor.getParsedValue(node.config, node.id));
      if (config.waitForEnd && processor.isInstructionSync(node)) throw conflict('workflow.syncCannotWait');
      const job = processor.saveJob({ status: JOB_STATUS.PENDING, nodeId: node.id, nodeKey: node.key, upstreamId: previous?.id ?? null });
      const started = await commandIn({ workflows: this.workflow, node, processor }, async (tx) => {
        const { processKey, title, placeId, businessKey, variables } = config;
        const starter = config.starterId ? await personOf(tx, config.starterId) : undefined;
        const startKey = `workflow:${job.id}`;
        const instance = await startInstance(tx, SYSTEM, { processKey, title, placeId, businessKey, variables, starter, startKey });
        if (config.waitForEnd) await queueResume(tx, instance.instanceId, String(job.id), 0);
        return instance;
      });
      if (config.waitForEnd) return null;
      job.set({ status: JOB_STATUS.RESOLVED, result: started });
      return job;
    });
  }

  /** The case has ended: its job says how, and the workflow goes on from here. */
  resume(_node: FlowNodeModel, job: JobModel) {
    return job;
  }
}
