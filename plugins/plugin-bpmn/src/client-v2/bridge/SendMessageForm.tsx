import { WorkflowVariableTextArea } from '@nocobase/plugin-workflow/client-v2';
import { Form, Input, Switch } from 'antd';
import { useT } from '../i18n';
import { VariablesField } from './VariablesField';

/** Settings of the node that sends a message to a case. */
export function SendMessageForm() {
  const t = useT();
  return (
    <>
      <Form.Item name={['config', 'name']} label={t('workflow.field.messageName')} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name={['config', 'correlationKey']}
        label={t('workflow.field.correlationKey')}
        extra={t('workflow.field.correlationKeyHint')}
      >
        <WorkflowVariableTextArea />
      </Form.Item>
      <VariablesField />
      <Form.Item name={['config', 'ignoreNobody']} label={t('workflow.field.ignoreNobody')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
