import { Form, Input, InputNumber, Switch } from 'antd';
import { useCallback } from 'react';
import type { ParameterView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, type ActValues } from '../shared';
import { limitInWords, unitInWords, valueInWords } from './parameterWords';

function ValueField({ parameter }: { parameter: ParameterView }) {
  const t = useT();
  const { value, unit } = parameter;
  if (typeof value === 'number') {
    return (
      <Form.Item
        name="value"
        label={t('parameter.value')}
        initialValue={value}
        rules={[{ required: true }]}
        extra={limitInWords(parameter, t)}
      >
        <InputNumber addonAfter={unitInWords(unit, t)} style={{ width: '100%' }} />
      </Form.Item>
    );
  }
  if (typeof value === 'boolean') {
    return (
      <Form.Item name="value" label={t('parameter.value')} initialValue={value} valuePropName="checked">
        <Switch />
      </Form.Item>
    );
  }
  if (typeof value === 'string') {
    return (
      <Form.Item name="value" label={t('parameter.value')} initialValue={value} rules={[{ required: true }]}>
        <Input addonAfter={unitInWords(unit, t)} />
      </Form.Item>
    );
  }
  return <Form.Item label={t('parameter.value')}>{valueInWords(value, unit, t)}</Form.Item>;
}

export interface ConfirmParameterProps {
  parameter: ParameterView;
  onDone: () => void;
  onCancel: () => void;
}

/** An unsure value becomes a rule only when an administrator says on what ground. */
export function ConfirmParameter({ parameter, onDone, onCancel }: ConfirmParameterProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(({ value, reason }: ActValues) => api.parameters.confirm(parameter.key, { value, reason }), [api, parameter.key]),
  );
  return (
    <ActDialog
      {...state}
      title={t('parameter.confirmTitle', { name: parameter.name })}
      consequence={t('parameter.confirmConsequence', { source: parameter.source })}
      okText={t('parameter.confirm')}
      reasonLabel={t('parameter.basis')}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      <ValueField parameter={parameter} />
    </ActDialog>
  );
}
