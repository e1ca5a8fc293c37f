import { Act, Choice, useQuery, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input, InputNumber } from 'antd';
import { useCallback, useMemo } from 'react';
import type { MotionBody, MotionView, Way } from '../../../common/api';
import { useApi } from '../../api';
import { useSaid, useT } from '../../i18n';
import { useRules } from '../../result';
import { WAY_TEXT } from '../../shared';
import { useDesk } from '../desk-context';
import { RecusedFields, type RecusedValue } from './RecusedFields';

interface Values extends ActValues {
  title: string;
  text?: string;
  ruleKey: string;
  way: Way;
  /** One name a line. */
  candidates?: string;
  seats?: number;
  recused?: RecusedValue[];
}

/** Whose slip is whose nobody knows, so nobody can be kept from voting there. */
const isOfPhones = (way: Way | undefined): boolean => way === 'phone' || way === 'mixed';

const ALL_WAYS: readonly Way[] = ['showOfHands', 'rollCall', 'paper', 'phone', 'mixed'];

/** What this kind of meeting may vote by, and how. */
function useChoices() {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { typeKey } = useDesk().desk;
  const rules = useRules();
  const types = useQuery(useCallback(() => api.rules.types(), [api]));
  return useMemo(() => {
    const type = types.status === 'ready' ? types.data.find(({ key }) => key === typeKey)?.type : undefined;
    const ofType = rules.filter(
      ({ key, rule }) => type?.rules.includes(key) && (rule.kind === 'decision' || rule.kind === 'election'),
    );
    return {
      rules: ofType.map(({ key, title, isReady }) => ({
        value: key,
        label: isReady ? said(title) : t('meeting.typeUnready', { name: said(title) }),
      })),
      ways: (type?.ways ?? ALL_WAYS).map((way) => ({ value: way, label: t(WAY_TEXT[way]) })),
      isElection: (key: string | undefined) => rules.find((rule) => rule.key === key)?.rule.kind === 'election',
    };
  }, [rules, types, typeKey, said, t]);
}

function bodyOf({ title, text, ruleKey, way, candidates = '', seats, recused = [] }: Values, isElection: boolean): MotionBody {
  const names = candidates.split('\n').flatMap((name) => (name.trim() ? [name.trim()] : []));
  return {
    title: title.trim(),
    text: text?.trim() ?? '',
    ruleKey,
    way,
    ...(isElection ? { candidates: names.map((name, index) => ({ id: `c${index + 1}`, name })), seats } : {}),
    recused: (isOfPhones(way) ? [] : recused).flatMap(({ entryId, reason }) =>
      entryId && reason?.trim() ? [{ entryId, reason: reason.trim() }] : [],
    ),
  };
}

const valuesOf = (motion: MotionView): Partial<Values> => ({
  title: motion.title,
  text: motion.text,
  ruleKey: motion.ruleKey,
  way: motion.way,
  candidates: motion.candidates.map(({ name }) => name).join('\n'),
  seats: motion.seats ?? undefined,
  recused: motion.recused.map(({ entryId, reason }) => ({ entryId, reason })),
});

function ElectionFields() {
  const t = useT();
  const required = (label: string) => [{ required: true, message: t('common.fillIn', { name: label }) }];
  return (
    <>
      <Form.Item
        name="candidates"
        label={t('motion.candidates')}
        extra={t('motion.candidatesHint')}
        rules={required(t('motion.candidates'))}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item name="seats" label={t('motion.seats')} rules={required(t('motion.seats'))}>
        <InputNumber min={1} precision={0} />
      </Form.Item>
    </>
  );
}

function Fields({ choices, motion }: { choices: ReturnType<typeof useChoices>; motion?: MotionView }) {
  const t = useT();
  const ruleKey = Form.useWatch<string | undefined>('ruleKey');
  const way = Form.useWatch<Way | undefined>('way');
  const required = (label: string) => [{ required: true, message: t('common.fillIn', { name: label }) }];
  return (
    <>
      <Form.Item name="title" label={t('motion.title')} rules={required(t('motion.title'))}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="text" label={t('motion.text')} extra={t('motion.textHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="ruleKey" label={t('motion.rule')} rules={required(t('motion.rule'))}>
        <Choice options={choices.rules} />
      </Form.Item>
      <Form.Item name="way" label={t('motion.way')} rules={required(t('motion.way'))}>
        <Choice options={choices.ways} />
      </Form.Item>
      {choices.isElection(ruleKey) ? <ElectionFields /> : null}
      {isOfPhones(way) ? null : <RecusedFields known={motion?.recused ?? []} />}
    </>
  );
}

export function CreateMotion() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const choices = useChoices();
  const [ordinary] = choices.rules;
  const [way] = choices.ways;
  return (
    <Act<Values>
      label={t('motion.create')}
      consequence={t('motion.createLead')}
      initialValues={{ ruleKey: ordinary?.value, way: way?.value }}
      run={(values) => api.motions.create(desk.id, bodyOf(values, choices.isElection(values.ruleKey)))}
      done={t('motion.created')}
      onDone={reload}
      // whoever is faster than the list of rules would get a form without one
      button={{ type: 'primary', disabled: !ordinary }}
    >
      <Fields choices={choices} />
    </Act>
  );
}

export function EditMotion({ motion }: { motion: MotionView }) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  const choices = useChoices();
  return (
    <Act<Values>
      label={t('motion.edit')}
      consequence={t('motion.createLead')}
      initialValues={valuesOf(motion)}
      run={(values) => api.motions.update(motion.id, bodyOf(values, choices.isElection(values.ruleKey)))}
      done={t('motion.saved')}
      onDone={reload}
    >
      <Fields choices={choices} motion={motion} />
    </Act>
  );
}
