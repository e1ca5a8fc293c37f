import { Instruction, JOB_STATUS, type FlowNodeModel, type Processor } from '@nocobase/plugin-workflow';
import { deliverMessage } from '../../commands/messages';
import { SYSTEM } from '../../runtime/actor';
import { BpmnError } from '../../runtime/errors';
import { missing, MessageConfig } from './config';
import { commandIn, refusalAsFailure } from './in-workflow';

export const MESSAGE_NODE = 'bpmn-message';

/** Node that sends a message to the instance that waits for it. Result: `{ isDelivered, instanceId? }`. */
export class MessageNode extends Instruction {
  override validateConfig(config: Record<string, unknown>) {
    return missing(config, ['name']);
  }

  run(node: FlowNodeModel, previous: { id?: number } | null, processor: Processor) {
    return refusalAsFailure(async () => {
      const { ignoreNobody, ...message } = MessageConfig.parse(processor.getParsedValue(node.config, node.id));
      const job = processor.saveJob({ status: JOB_STATUS.PENDING, nodeId: node.id, nodeKey: node.key, upstreamId: previous?.id ?? null });
      try {
        const taken = await commandIn({ workflows: this.workflow, node, processor }, (tx) => deliverMessage(tx, SYSTEM, message));
        job.set({ status: JOB_STATUS.RESOLVED, result: { isDelivered: true, instanceId: taken.instanceId } });
      } catch (error) {
        const isNobody = error instanceof BpmnError && error.code === 'message.nobodyWaits';
        if (!isNobody || !ignoreNobody) throw error;
        job.set({ status: JOB_STATUS.RESOLVED, result: { isDelivered: false } });
      }
      return job;
    });
  }
}
