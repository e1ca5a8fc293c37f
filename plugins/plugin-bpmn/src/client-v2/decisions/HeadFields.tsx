import type { DecisionTable, Scalar } from '@wuxin/decision';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select, theme } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useT } from '../i18n';
import { Muted, useIsPhone } from '../shared';
import type { Edit } from './draft';
import { elementIdOfHead } from './places';
import { scalarOf } from './scalars';
import { AGGREGATION_TEXT, HIT_POLICIES, HIT_POLICY_HINT, HIT_POLICY_TEXT } from './words';

const AGGREGATIONS = ['list', 'SUM', 'MIN', 'MAX', 'COUNT'] as const;

export interface HeadFieldsProps {
  table: DecisionTable;
  onEdit: (edit: Edit) => void;
}

/** A label above its field: every field of the head is one of a row of several. */
function Field({
  id,
  label,
  hint,
  grow = 1,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  grow?: number;
  children: ReactNode;
}) {
  const { token } = theme.useToken();
  return (
    <div style={{ flex: `${grow} 1 ${grow * 160}px`, minWidth: 0 }}>
      <label htmlFor={id} style={{ display: 'block', marginBottom: token.marginXXS }}>
        {label}
      </label>
      {children}
      {hint ? <Muted small>{hint}</Muted> : null}
    </div>
  );
}

interface ValuesProps {
  id: string;
  label: string;
  values: readonly Scalar[] | undefined;
  onChange: (values: Scalar[]) => void;
}

/** The values that can occur, typed one after the other. */
function ValuesField({ id, label, values, onChange }: ValuesProps) {
  const t = useT();
  return (
    <Field id={id} label={label} grow={2}>
      <Select<string[]>
        id={id}
        aria-label={label}
        mode="tags"
        open={false}
        suffixIcon={null}
        value={values?.map(String) ?? []}
        onChange={(texts) => onChange(texts.map(scalarOf))}
        tokenSeparators={[',', '，', '、']}
        placeholder={t('decision.anyValue')}
        style={{ width: '100%' }}
      />
    </Field>
  );
}

function Inputs({ table, onEdit }: HeadFieldsProps) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      {table.inputs.map(({ label, expression, values }, column) => {
        const number = column + 1;
        const ids = { label: elementIdOfHead('input', column), source: `source-${column}`, values: `input-values-${column}` };
        return (
          <Flex
            key={`input-${number}`}
            gap="small"
            wrap
            align="flex-end"
            role="group"
            aria-label={t('decision.inputNumber', { number })}
          >
            <Field id={ids.label} label={t('decision.inputNumber', { number })}>
              <Input
                id={ids.label}
                value={label}
                onChange={(event) => onEdit({ type: 'label', part: 'inputs', column, text: event.target.value })}
              />
            </Field>
            <Field id={ids.source} label={t('decision.source')}>
              <Input
                id={ids.source}
                value={expression}
                onChange={(event) => onEdit({ type: 'input', column, change: { expression: event.target.value } })}
              />
            </Field>
            <ValuesField
              id={ids.values}
              label={t('decision.values')}
              values={values}
              onChange={(given) => onEdit({ type: 'input', column, change: { values: given } })}
            />
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('decision.removeInput', { name: label })}
              onClick={() => onEdit({ type: 'removeInput', column })}
            />
          </Flex>
        );
      })}
      <div>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onEdit({ type: 'addInput' })}>
          {t('decision.addInput')}
        </Button>
      </div>
    </Flex>
  );
}

function Outputs({ table, onEdit }: HeadFieldsProps) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      {table.outputs.map(({ name, label, values }, column) => {
        const number = column + 1;
        const ids = { label: elementIdOfHead('output', column), name: `variable-${column}`, values: `output-values-${column}` };
        return (
          <Flex key={name} gap="small" wrap align="flex-end" role="group" aria-label={t('decision.outputNumber', { number })}>
            <Field id={ids.label} label={t('decision.outputNumber', { number })}>
              <Input
                id={ids.label}
                value={label}
                onChange={(event) => onEdit({ type: 'label', part: 'outputs', column, text: event.target.value })}
              />
            </Field>
            <Field id={ids.name} label={t('decision.variable')}>
              <Input id={ids.name} value={name} readOnly title={t('decision.variableHint')} />
            </Field>
            <ValuesField
              id={ids.values}
              label={t('decision.values')}
              values={values}
              onChange={(given) => onEdit({ type: 'output', column, change: { values: given } })}
            />
          </Flex>
        );
      })}
      <Muted small>{t('decision.variableHint')}</Muted>
    </Flex>
  );
}

/** Name, hit policy, inputs and outputs. */
export function HeadFields({ table, onEdit }: HeadFieldsProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const aggregations = useMemo(() => AGGREGATIONS.map((value) => ({ value, label: t(AGGREGATION_TEXT[value]) })), [t]);
  const policies = useMemo(() => HIT_POLICIES.map((value) => ({ value, label: t(HIT_POLICY_TEXT[value]) })), [t]);
  return (
    <Flex vertical gap="large">
      <Flex gap="middle" wrap>
        <Field id="decision-name" label={t('decision.name')} grow={isPhone ? 1 : 2}>
          <Input
            id="decision-name"
            value={table.name}
            onChange={(event) => onEdit({ type: 'rename', name: event.target.value })}
          />
        </Field>
        <Field
          id="decision-policy"
          label={t('decision.hitPolicy')}
          hint={t(HIT_POLICY_HINT[table.hitPolicy])}
          grow={isPhone ? 1 : 2}
        >
          <Select
            id="decision-policy"
            aria-label={t('decision.hitPolicy')}
            value={table.hitPolicy}
            onChange={(hitPolicy) => onEdit({ type: 'hitPolicy', hitPolicy })}
            options={policies}
            style={{ width: '100%' }}
          />
        </Field>
        {table.hitPolicy === 'COLLECT' && table.outputs.length === 1 ? (
          <Field id="decision-aggregation" label={t('decision.aggregation')}>
            <Select<(typeof AGGREGATIONS)[number]>
              id="decision-aggregation"
              aria-label={t('decision.aggregation')}
              value={table.aggregation ?? 'list'}
              onChange={(chosen) => onEdit({ type: 'aggregation', aggregation: chosen === 'list' ? undefined : chosen })}
              options={aggregations}
              style={{ width: '100%' }}
            />
          </Field>
        ) : null}
      </Flex>
      <section aria-label={t('decision.inputs')}>
        <Inputs table={table} onEdit={onEdit} />
      </section>
      <section aria-label={t('decision.outputs')}>
        <Outputs table={table} onEdit={onEdit} />
      </section>
    </Flex>
  );
}
