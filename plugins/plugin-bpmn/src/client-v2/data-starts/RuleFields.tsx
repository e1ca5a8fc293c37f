import { Button, Flex, Form, Input, Select, theme } from 'antd';
import { useMemo } from 'react';
import type { DataStartOptions, DataStartProblem, FieldOption } from '../../common/api';
import { useT } from '../i18n';
import { Muted } from '../shared';
import { noteOn, type RuleValues } from './rule-values';

const TEXT_LIMIT = 2000;
const NAME_LIMIT = 200;

/** Writes `record.field` for who knows a field by its title only. */
function InsertField({ fields }: { fields: readonly FieldOption[] }) {
  const t = useT();
  const form = Form.useFormInstance<RuleValues>();
  const options = useMemo(() => fields.map(({ name, title }) => ({ value: name, label: title })), [fields]);
  const insert = (name: string) => {
    const written = form.getFieldValue('condition') as RuleValues['condition'];
    form.setFieldValue('condition', [written?.trimEnd(), `record.${name}`].filter(Boolean).join(' '));
  };
  return (
    <Select<string>
      aria-label={t('dataStart.insertField')}
      placeholder={t('dataStart.insertField')}
      value={null}
      options={options}
      onSelect={insert}
      showSearch
      optionFilterProp="label"
      style={{ width: '100%' }}
    />
  );
}

interface CheckedProps {
  problems: readonly DataStartProblem[];
}

export function ConditionField({ problems, fields }: CheckedProps & { fields: readonly FieldOption[] }) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <Form.Item label={t('dataStart.condition')} htmlFor="condition" style={{ marginBottom: token.marginLG }}>
      <Flex vertical gap="small">
        <Form.Item
          name="condition"
          style={{ marginBottom: 0 }}
          extra={t('dataStart.conditionHint')}
          {...noteOn(problems, { kind: 'condition' })}
        >
          <Input.TextArea id="condition" rows={2} maxLength={TEXT_LIMIT} />
        </Form.Item>
        <InsertField fields={fields} />
      </Flex>
    </Form.Item>
  );
}

export function TitleField({ problems }: CheckedProps) {
  const t = useT();
  return (
    <Form.Item
      name="title"
      label={t('dataStart.titleField')}
      extra={t('dataStart.titleHint')}
      {...noteOn(problems, { kind: 'title' })}
    >
      <Input maxLength={TEXT_LIMIT} />
    </Form.Item>
  );
}

/** What the chosen process asks for, where it asks for anything. */
function Wanted({ process }: { process: DataStartOptions['processes'][number] | undefined }) {
  const t = useT();
  if (!process || process.variables.length === 0) return null;
  const names = process.variables.map(({ name, label }) => t('incident.variableLabel', { label, name }));
  return <Muted small>{t('dataStart.processWants', { names: names.join(t('common.listSeparator')) })}</Muted>;
}

export function VariablesField({ problems, options }: CheckedProps & { options: DataStartOptions }) {
  const t = useT();
  const key = Form.useWatch<string | undefined>('processKey');
  const rows = Form.useWatch<RuleValues['variables'] | undefined>('variables') ?? [];
  const required = [{ required: true, whitespace: true, message: t('common.fillIn', { name: t('dataStart.variableName') }) }];
  return (
    <Form.Item label={t('dataStart.variables')}>
      <Wanted process={options.processes.find((process) => process.key === key)} />
      <Form.List name="variables">
        {(items, { add, remove }) => (
          <Flex vertical gap="small">
            {items.map(({ key: row, name: index }) => {
              const name = rows[index]?.name ?? '';
              return (
                <Flex key={row} gap="small" wrap>
                  <Form.Item name={[index, 'name']} rules={required} style={{ flex: '1 1 100px', marginBottom: 0 }}>
                    <Input
                      aria-label={t('dataStart.variableName')}
                      placeholder={t('dataStart.variableName')}
                      maxLength={NAME_LIMIT}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[index, 'value']}
                    style={{ flex: '2 1 160px', marginBottom: 0 }}
                    {...noteOn(problems, { kind: 'variable', name })}
                  >
                    <Input
                      aria-label={t('dataStart.variableValue')}
                      placeholder={t('dataStart.variableValue')}
                      maxLength={TEXT_LIMIT}
                    />
                  </Form.Item>
                  <Button onClick={() => remove(index)} aria-label={t('dataStart.removeVariable', { name })}>
                    {t('dataStart.remove')}
                  </Button>
                </Flex>
              );
            })}
            <Button onClick={() => add({})}>{t('dataStart.addVariable')}</Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
