import { App, Form, Input, Radio, Switch } from 'antd';
import { useCallback, useMemo } from 'react';
import type { DataStartOptions, DataStartRow } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { ActDialog, Choice, useDebounced } from '../shared';
import { bodyOf, NEW_RULE, valuesOf, type RuleValues } from './rule-values';
import { ConditionField, TitleField, VariablesField } from './RuleFields';

const CHECK_PAUSE_IN_MS = 400;
const NAME_LIMIT = 200;

/** What is wrong with the FEEL in a rule, asked after each pause in typing; of a new rule there is nothing to ask yet. */
function useProblems() {
  const api = useApi();
  const form = Form.useFormInstance<RuleValues>();
  const written = Form.useWatch((values: RuleValues) => JSON.stringify(bodyOf({ ...NEW_RULE, ...values })), form) ?? null;
  const settled = useDebounced(written, CHECK_PAUSE_IN_MS);
  const query = useQuery(
    useCallback(async () => {
      if (settled === null) return [];
      const { collection, condition, title, variables } = JSON.parse(settled) as ReturnType<typeof bodyOf>; // written just above
      const isAnythingWritten = [condition, title, ...Object.values(variables)].some(Boolean);
      if (!isAnythingWritten) return [];
      return api.dataStarts.check({ collection, condition, title, variables });
    }, [api, settled]),
  );
  return query.status === 'ready' ? query.data : [];
}

const choices = (rows: readonly { name: string; title: string }[]) =>
  rows.map(({ name, title }) => ({ value: name, label: title === name ? name : `${title} (${name})` }));

function Fields({ options, rule }: { options: DataStartOptions; rule: DataStartRow | null }) {
  const t = useT();
  const problems = useProblems();
  const form = Form.useFormInstance<RuleValues>();
  const chosen = Form.useWatch<string | undefined>('collection', form) ?? rule?.collection;
  const fields = options.collections.find(({ name }) => name === chosen)?.fields ?? [];
  const required = (name: string) => [{ required: true, message: t('common.fillIn', { name }) }];
  const events = useMemo(
    () => (['created', 'updated'] as const).map((value) => ({ value, label: t(`dataStart.event.${value}`) })),
    [t],
  );
  return (
    <>
      <Form.Item name="name" label={t('dataStart.name')} rules={required(t('dataStart.name'))}>
        <Input maxLength={NAME_LIMIT} />
      </Form.Item>
      <Form.Item name="collection" label={t('dataStart.collection')} rules={required(t('dataStart.collection'))}>
        <Choice options={choices(options.collections)} />
      </Form.Item>
      <Form.Item name="event" label={t('dataStart.event')}>
        <Radio.Group options={events} />
      </Form.Item>
      <ConditionField problems={problems} fields={fields} />
      <Form.Item name="processKey" label={t('dataStart.process')} rules={required(t('dataStart.process'))}>
        <Choice options={options.processes.map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
      <Form.Item name="placeField" label={t('dataStart.placeField')} extra={t('dataStart.placeFieldHint')}>
        <Choice options={choices(fields)} placeholder={t('dataStart.noPlaceField')} isClearable />
      </Form.Item>
      <TitleField problems={problems} />
      <VariablesField problems={problems} options={options} />
      <Form.Item name="isEnabled" label={t('dataStart.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}

export interface RuleDialogProps {
  /** Null: a new one. */
  rule: DataStartRow | null;
  options: DataStartOptions;
  onDone: () => void;
  onCancel: () => void;
}

type SubmittedRule = RuleValues & { reason: string };

/** A rule is written or changed; its FEEL is checked while it is written. */
export function RuleDialog({ rule, options, onDone, onCancel }: RuleDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(
    useCallback((values: RuleValues) => api.dataStarts.save({ id: rule?.id, ...bodyOf(values) }), [api, rule]),
  );
  const initial = useMemo(() => ({ reason: '', ...(rule ? valuesOf(rule) : NEW_RULE) }), [rule]);
  return (
    <ActDialog<SubmittedRule>
      {...state}
      title={rule ? t('dataStart.change', { name: rule.name }) : t('dataStart.add')}
      consequence={t('dataStart.consequence')}
      okText={t('dataStart.save')}
      isReasonAsked={false}
      initialValues={initial}
      onOk={async (values) => {
        if (!(await run(values))) return;
        message.success(t('dataStart.saved'));
        onDone();
      }}
      onCancel={onCancel}
    >
      <Fields options={options} rule={rule} />
    </ActDialog>
  );
}
