import { Instruction, type FlowNodeModel, type Processor } from '@nocobase/plugin-workflow';
import { deliverMessage } from '../../commands';
import { SYSTEM } from '../../runtime/actor';
import { BpmnError } from '../../runtime/errors';
import { missing, MessageConfig } from './config';
import { commandIn, runNode } from './in-workflow';

export const MESSAGE_NODE = 'bpmn-message';

/** Node that sends a message to the instance that waits for it. Result: `{ isDelivered, instanceId? }`. */
export class MessageNode extends Instruction {
  override validateConfig(config: Record<string, unknown>) {
    return missing(config, ['name']);
  }

  run(node: FlowNodeModel, previous: { id?: number } | null, processor: Processor) {
    const run = { workflows: this.workflow, node, processor, previous };
    return runNode(run, async () => {
      const { ignoreNobody, ...message } = MessageConfig.parse(processor.getParsedValue(node.config, node.id));
      try {
        const { instanceId } = await commandIn(run, (tx) => deliverMessage(tx, SYSTEM, message));
        return { isDelivered: true, instanceId };
      } catch (error) {
        const isNobody = error instanceof BpmnError && error.code === 'message.nobodyWaits';
        if (!isNobody || !ignoreNobody) throw error;
        return { isDelivered: false };
      }
    });
  }
}
