import { Form, Input, InputNumber, Switch, type FormItemProps } from 'antd';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { CaseParameter, ParameterRow, ParameterView } from '../../common/api';
import { kindOf, verdictOn, whyUnusable, type Unusable } from '../../common/parameters';
import { useT, type Translate } from '../i18n';
import { Choice } from '../shared';
import { limitInWords, unitInWords, valueInWords } from './parameterWords';

type Editable = ParameterView & Partial<Pick<ParameterRow, 'needsApprover'>>;

function wanted(unusable: Unusable, t: Translate): string {
  switch (unusable.kind) {
    case 'notWhole':
      return t('parameter.wholeWanted', { least: unusable.least, most: unusable.most });
    case 'notAShare':
      return t('parameter.fractionWanted');
    case 'notAnOption':
      return t('parameter.optionWanted');
    case 'notComparable':
      return t('parameter.numberWanted');
  }
}

/** What no step could use, and what nobody can approve, is refused here already, in words. */
function refusalOf(parameter: Editable, value: unknown, t: Translate): string | null {
  const unusable = whyUnusable(parameter, value);
  if (unusable) return wanted(unusable, t);
  if (verdictOn(parameter, value).kind !== 'refused') return null;
  return t('parameter.beyondLaw', { limit: limitInWords(parameter, t, 'statutory') ?? '' });
}

/** @param isKept a value that need not be usable: the one that is there already */
function rulesFor(parameter: Editable, isKept: (value: unknown) => boolean, t: Translate): FormItemProps['rules'] {
  const isMissing = (value: unknown) => value === null || value === undefined || value === '';
  const usable = (_: unknown, value: unknown) => {
    const refusal = isMissing(value) || isKept(value) ? null : refusalOf(parameter, value, t);
    return refusal === null ? Promise.resolve() : Promise.reject(new Error(refusal));
  };
  return [{ required: true, message: t('common.fillIn', { name: t('parameter.value') }) }, { validator: usable }];
}

function inputFor(parameter: Editable, t: Translate): ReactNode {
  if (parameter.options) return <Choice options={parameter.options} />;
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

interface FieldOf {
  name: string | string[];
  label: string;
  parameter: Editable;
  isKept: (value: unknown) => boolean;
  extra?: ReactNode;
}

/** A value of the parameter's own kind, with its limits beside it. What has no field of its own is only shown. */
function Field({ name, label, parameter, isKept, extra }: FieldOf) {
  const t = useT();
  const rules = useMemo(() => rulesFor(parameter, isKept, t), [parameter, isKept, t]);
  const input = inputFor(parameter, t);
  if (input === null) return <Form.Item label={label}>{valueInWords(parameter.value, parameter, t)}</Form.Item>;
  return (
    <Form.Item
      name={name}
      label={label}
      initialValue={parameter.value}
      valuePropName={typeof parameter.value === 'boolean' ? 'checked' : 'value'}
      rules={rules}
      extra={extra}
    >
      {input}
    </Form.Item>
  );
}

const never = () => false;

/** The value of one parameter. */
export function ValueField({ parameter }: { parameter: Editable }) {
  const t = useT();
  const limit = limitInWords(parameter, t);
  return <Field name="value" label={t('parameter.value')} parameter={parameter} isKept={never} extra={limit} />;
}

/** What a case started with, among others: what holds now stands beside it. */
export function CaseValueField({ parameter }: { parameter: CaseParameter }) {
  const t = useT();
  const { key, name, value, valueInForce } = parameter;
  const isKept = useCallback((written: unknown) => JSON.stringify(written) === JSON.stringify(value), [value]);
  const inForce = t('case.parameterInForce', { value: valueInWords(valueInForce, parameter, t) });
  const extra = [limitInWords(parameter, t), inForce].filter(Boolean).join(t('common.listSeparator'));
  return <Field name={['parameters', key]} label={name} parameter={parameter} isKept={isKept} extra={extra} />;
}
