import { Form, Input, InputNumber, Switch, type FormItemProps } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { ParameterRow, ParameterView } from '../../common/api';
import { kindOf, verdictOn } from '../../common/parameters';
import { useT, type Translate } from '../i18n';
import { limitInWords, unitInWords, valueInWords } from './parameterWords';

type Editable = ParameterView & Partial<Pick<ParameterRow, 'needsApprover'>>;

const FRACTION = /^\d+\/[1-9]\d*$/;

/** What nobody can approve is refused here already, with the limit in words. */
function rulesFor(parameter: Editable, t: Translate): FormItemProps['rules'] {
  const withinLaw = (_: unknown, value: unknown) =>
    verdictOn(parameter, value).kind === 'refused'
      ? Promise.reject(new Error(t('parameter.beyondLaw', { limit: limitInWords(parameter, t) ?? '' })))
      : Promise.resolve();
  const fraction = kindOf(parameter.value) === 'fraction' ? [{ pattern: FRACTION, message: t('parameter.fractionWanted') }] : [];
  const label = t('parameter.value');
  return [{ required: true, message: t('common.fillIn', { name: label }) }, ...fraction, { validator: withinLaw }];
}

function inputFor(parameter: Editable, t: Translate): ReactNode {
  const unit = unitInWords(parameter.unit, t);
  switch (kindOf(parameter.value)) {
    case 'number':
      return <InputNumber addonAfter={unit} style={{ width: '100%' }} />;
    case 'fraction':
    case 'text':
      return <Input addonAfter={unit} />;
    case 'boolean':
      return <Switch />;
    case 'list':
    case 'object':
    case 'any':
      return null;
  }
}

/** A value of the parameter's own kind, with its limits beside it. What has no field of its own is only shown. */
export function ValueField({ parameter }: { parameter: Editable }) {
  const t = useT();
  const rules = useMemo(() => rulesFor(parameter, t), [parameter, t]);
  const input = inputFor(parameter, t);
  const label = t('parameter.value');
  if (input === null) return <Form.Item label={label}>{valueInWords(parameter.value, parameter.unit, t)}</Form.Item>;
  return (
    <Form.Item
      name="value"
      label={label}
      initialValue={parameter.value}
      valuePropName={typeof parameter.value === 'boolean' ? 'checked' : 'value'}
      rules={rules}
      extra={limitInWords(parameter, t)}
    >
      {input}
    </Form.Item>
  );
}
