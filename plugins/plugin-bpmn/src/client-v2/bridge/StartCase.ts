import { tExpr } from '@nocobase/flow-engine';
import { Instruction } from '@nocobase/plugin-workflow/client-v2';
import { NAMESPACE } from '../i18n';
import { StartCaseForm } from './StartCaseForm';

/** Node that starts a case; see src/server/bridge/nodes/start-node.ts for what its result is. */
export class StartCase extends Instruction {
  override type = 'bpmn-start';
  override group = 'extended';
  override title = tExpr('workflow.start.title', { ns: NAMESPACE });
  override description = tExpr('workflow.start.description', { ns: NAMESPACE });
  override FieldsetLoader = () => Promise.resolve({ default: StartCaseForm });

  override useVariables({ key, title }: { key: string; title?: string }) {
    const results = ['instanceId', 'status', 'variables'];
    return { key, value: key, label: title, children: results.map((name) => ({ key: name, value: name, label: name })) };
  }
}
