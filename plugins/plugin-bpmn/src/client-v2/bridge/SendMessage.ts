import { tExpr } from '@nocobase/flow-engine';
import { Instruction } from '@nocobase/plugin-workflow/client-v2';
import { NAMESPACE } from '../i18n';
import { SendMessageForm } from './SendMessageForm';

/** Node that sends a message to a waiting case; see src/server/bridge/nodes/message-node.ts for what its result is. */
export class SendMessage extends Instruction {
  override type = 'bpmn-message';
  override group = 'extended';
  override title = tExpr('workflow.message.title', { ns: NAMESPACE });
  override description = tExpr('workflow.message.description', { ns: NAMESPACE });
  override FieldsetLoader = () => Promise.resolve({ default: SendMessageForm });

  override useVariables({ key, title }: { key: string; title?: string }) {
    const results = ['isDelivered', 'instanceId'];
    return { key, value: key, label: title, children: results.map((name) => ({ key: name, value: name, label: name })) };
  }
}
