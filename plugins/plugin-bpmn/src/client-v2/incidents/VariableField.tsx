import { DatePicker, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import type { IncidentVariable } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { asKind, INPUT_KINDS, inputOf, readInput, type InputKind, type InputProblem, type VariableInput } from './variable-input';

interface EditorProps {
  id?: string;
  value?: VariableInput;
  onChange?: (value: VariableInput) => void;
  label: string;
  disabled: boolean;
}

const JSON_ROWS = 4;
const KIND_TEXTS: Record<InputKind, TextKey> = {
  boolean: 'incident.kind.boolean',
  date: 'incident.kind.date',
  json: 'incident.kind.json',
  number: 'incident.kind.number',
  text: 'incident.kind.text',
};
const WIDE = { width: '100%' };

function ValueInput({ id, value, onChange, disabled }: Omit<EditorProps, 'label'> & { value: VariableInput }) {
  const t = useT();
  const change = (written: VariableInput) => onChange?.(written);
  switch (value.kind) {
    case 'text':
      return (
        <Input
          id={id}
          disabled={disabled}
          value={value.input}
          onChange={({ target }) => change({ kind: 'text', input: target.value })}
        />
      );
    case 'json':
      return (
        <Input.TextArea
          id={id}
          disabled={disabled}
          rows={JSON_ROWS}
          value={value.input}
          onChange={({ target }) => change({ kind: 'json', input: target.value })}
        />
      );
    case 'number':
      return (
        <InputNumber
          id={id}
          disabled={disabled}
          style={WIDE}
          value={value.input}
          onChange={(input) => change({ kind: 'number', input })}
        />
      );
    case 'boolean':
      return (
        <Select
          id={id}
          disabled={disabled}
          style={WIDE}
          value={value.input}
          allowClear
          options={[
            { value: true, label: t('common.yes') },
            { value: false, label: t('common.no') },
          ]}
          onChange={(input: boolean | undefined) => change({ kind: 'boolean', input: input ?? null })}
        />
      );
    case 'date':
      return (
        <DatePicker
          id={id}
          disabled={disabled}
          style={WIDE}
          value={value.input === null ? null : dayjs(value.input)}
          onChange={(day) => change({ kind: 'date', input: day ? day.format('YYYY-MM-DD') : null })}
        />
      );
  }
}

const KIND_WIDTH = 120;

/** The value, and as what it is written. */
function Editor({ label, disabled, value, onChange, id }: EditorProps) {
  const t = useT();
  const kinds = useMemo(() => INPUT_KINDS.map((kind) => ({ value: kind, label: t(KIND_TEXTS[kind]) })), [t]);
  if (!value) return null;
  return (
    <Space.Compact block>
      <Select
        aria-label={t('incident.kindOf', { name: label })}
        style={{ width: KIND_WIDTH, flex: 'none' }}
        disabled={disabled}
        value={value.kind}
        options={kinds}
        onChange={(kind) => onChange?.(asKind(value, kind))}
      />
      <ValueInput id={id} value={value} onChange={onChange} disabled={disabled} />
    </Space.Compact>
  );
}

function problemText(problem: InputProblem, t: Translate): string {
  if (problem.kind === 'notListOrObject') return t('incident.notListOrObject');
  return problem.line === null ? t('incident.notJson') : t('incident.notJsonAtLine', { line: problem.line });
}

/** One variable of the case, to be given another value. */
export function VariableField({ variable }: { variable: IncidentVariable }) {
  const t = useT();
  const { name, label, isHidden } = variable;
  const shown = label ? t('incident.variableLabel', { label, name }) : name;
  const initial = useMemo(() => inputOf(variable), [variable]);
  const rules = useMemo(
    () => [
      {
        validator: (_: unknown, written: VariableInput) => {
          const read = readInput(written, variable);
          return 'problem' in read ? Promise.reject(new Error(problemText(read.problem, t))) : Promise.resolve();
        },
      },
    ],
    [variable, t],
  );
  return (
    <Form.Item
      name={['values', name]}
      label={shown}
      initialValue={initial}
      rules={rules}
      extra={isHidden ? t('incident.variableHidden') : undefined}
    >
      <Editor label={shown} disabled={isHidden} />
    </Form.Item>
  );
}
