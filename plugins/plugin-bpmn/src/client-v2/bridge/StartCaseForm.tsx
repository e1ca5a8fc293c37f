import { WorkflowVariableTextArea } from '@nocobase/plugin-workflow/client-v2';
import { Form, Select, Switch } from 'antd';
import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { VariablesField } from './VariablesField';

/** Settings of the node that starts a case. */
export function StartCaseForm() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.processes.overview(), [api]));
  const processes = query.status === 'ready' ? query.data.filter(({ published }) => published !== null) : [];
  return (
    <>
      <Form.Item name={['config', 'processKey']} label={t('inbox.process')} rules={[{ required: true }]}>
        <Select
          showSearch
          optionFilterProp="label"
          loading={query.status === 'loading'}
          options={processes.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
      <Form.Item name={['config', 'title']} label={t('workflow.field.title')} extra={t('workflow.field.titleHint')}>
        <WorkflowVariableTextArea />
      </Form.Item>
      <Form.Item name={['config', 'placeId']} label={t('workflow.field.placeId')}>
        <WorkflowVariableTextArea />
      </Form.Item>
      <VariablesField />
      <Form.Item
        name={['config', 'waitForEnd']}
        label={t('workflow.field.waitForEnd')}
        extra={t('workflow.field.waitForEndHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </>
  );
}
