import type { DecisionInput, DecisionTable, DecisionTest } from '@wuxin/decision';
import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import type { DecisionTrial } from '../../common/api';
import { useT } from '../i18n';
import { valueInWords } from '../parameters';
import { FailureAlert, Muted, Panel, ToneTag } from '../shared';
import type { Edit } from './draft';
import { fieldOf, focusField } from './places';
import { scalarOf } from './scalars';
import type { Trial } from './useDecisionEditor';

type Entries = Record<string, string | undefined>;

const nameAt = (column: number) => `value${column}`;

interface ValueChoiceProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  input: DecisionInput;
}

function ValueChoice({ id, value, onChange, input }: ValueChoiceProps) {
  const options = useMemo(() => input.values?.map((one) => ({ value: String(one), label: String(one) })), [input.values]);
  if (!options) return <Input id={id} value={value} onChange={(event) => onChange?.(event.target.value)} />;
  return <Select id={id} aria-label={input.label} value={value} onChange={onChange} options={options} allowClear />;
}

function Hit({ hit, number }: { hit: DecisionTrial['hits'][number]; number: number }) {
  const t = useT();
  const separator = t('common.listSeparator');
  const conditions = hit.conditions.map(({ label, test }) => t('decision.condition', { name: label, test })).join(separator);
  const results = hit.results.map(({ label, value }) =>
    t('decision.result', { name: label, value: valueInWords(value, { unit: null }, t) }),
  );
  return (
    <div>
      <ToneTag tone="success" icon={<CheckCircleOutlined />}>
        {t('decision.hitRule', { number })}
      </ToneTag>{' '}
      <strong>{results.join(separator)}</strong>
      <br />
      <Muted>{conditions === '' ? t('decision.becauseAll') : t('decision.because', { conditions })}</Muted>
      {hit.note ? (
        <>
          <br />
          <Muted small>{hit.note}</Muted>
        </>
      ) : null}
    </div>
  );
}

function Result({ result, table }: { result: DecisionTrial; table: DecisionTable }) {
  const t = useT();
  const { problem, hits, parameters } = result;
  const field = problem ? fieldOf(problem) : null;
  const used = parameters.map((parameter) =>
    t('decision.result', { name: parameter.name, value: valueInWords(parameter.value, parameter, t) }),
  );
  return (
    <Flex vertical gap="small" role="status">
      {problem ? (
        <Alert
          type="warning"
          showIcon
          message={problem.text}
          action={
            field ? (
              <Button size="small" onClick={() => focusField(field)}>
                {t('decision.toCell')}
              </Button>
            ) : null
          }
        />
      ) : null}
      {!problem && hits.length === 0 ? <Alert type="info" showIcon message={t('decision.noHits')} /> : null}
      {hits.map((hit) => (
        <Hit key={hit.ruleId} hit={hit} number={table.rules.findIndex(({ id }) => id === hit.ruleId) + 1} />
      ))}
      {used.length > 0 ? (
        <Muted small>{t('decision.parametersUsed', { list: used.join(t('common.listSeparator')) })}</Muted>
      ) : null}
    </Flex>
  );
}

/** Tries the table as it stands in the editor with values that a person enters. */
export function TrialPanel({ table, trial, onEdit }: { table: DecisionTable; trial: Trial; onEdit: (edit: Edit) => void }) {
  const t = useT();
  const [form] = Form.useForm<Entries>();
  const valuesIn = (entries: Entries) =>
    table.inputs.map((_, column) => {
      const text = entries[nameAt(column)];
      return text === undefined || text.trim() === '' ? null : scalarOf(text);
    });
  const attempt = (entries: Entries) => trial.run(valuesIn(entries));
  const results = trial.result?.results ?? null;
  // what an output gives is JSON
  const keep = (given: unknown[]) =>
    onEdit({ type: 'addTest', test: { values: valuesIn(form.getFieldsValue()), results: given as DecisionTest['results'] } });
  return (
    <Panel title={t('decision.tryTitle')}>
      <Flex vertical gap="middle">
        <Muted>{t('decision.tryHint')}</Muted>
        <Form<Entries> form={form} layout="vertical" onFinish={(entries) => void attempt(entries)}>
          <Flex gap="middle" wrap align="flex-end">
            {table.inputs.map((input, column) => (
              <Form.Item
                key={nameAt(column)}
                name={nameAt(column)}
                label={input.label || t('decision.inputNumber', { number: column + 1 })}
                style={{ flex: '1 1 160px', marginBottom: 0 }}
              >
                <ValueChoice input={input} />
              </Form.Item>
            ))}
            <Button htmlType="submit" loading={trial.isRunning}>
              {t('decision.try')}
            </Button>
          </Flex>
        </Form>
        <FailureAlert failure={trial.failure} />
        {trial.result ? <Result result={trial.result} table={table} /> : null}
        {results ? (
          <div>
            <Button onClick={() => keep(results)}>{t('decision.keepTest')}</Button>
          </div>
        ) : null}
      </Flex>
    </Panel>
  );
}
