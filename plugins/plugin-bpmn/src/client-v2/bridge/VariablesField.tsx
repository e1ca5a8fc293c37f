import { WorkflowVariableTextArea } from '@nocobase/plugin-workflow/client-v2';
import { Button, Flex, Form, Input } from 'antd';
import { useT } from '../i18n';

/** Names and values that a node hands on; a value may take what earlier nodes gave. */
export function VariablesField() {
  const t = useT();
  return (
    <Form.Item label={t('workflow.field.variables')}>
      <Form.List name={['config', 'variables']}>
        {(fields, { add, remove }) => (
          <Flex vertical gap="small">
            {fields.map(({ key, name }) => (
              <Flex key={key} gap="small" align="start">
                <Form.Item name={[name, 'name']} rules={[{ required: true }]} noStyle>
                  <Input aria-label={t('workflow.field.variableName')} placeholder={t('workflow.field.variableName')} />
                </Form.Item>
                <Form.Item name={[name, 'value']} noStyle>
                  <WorkflowVariableTextArea />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('workflow.field.removeVariable')}</Button>
              </Flex>
            ))}
            <Button onClick={() => add({})}>{t('workflow.field.addVariable')}</Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
