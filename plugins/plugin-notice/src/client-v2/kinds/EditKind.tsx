import { Act, Choice, useQuery, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Form, Input, Radio } from 'antd';
import { useCallback } from 'react';
import type { KindNumber, KindView, PeriodUnit } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { UNIT_TEXT } from '../shared';

interface Values extends ActValues {
  title: string;
  titleEn: string;
  periodParameter: string;
  periodUnit: PeriodUnit;
  keepParameter: string;
}

/** A select has no null. */
const NONE = '';
const UNITS = ['calendarDays', 'workingDays'] as const satisfies readonly PeriodUnit[];
const MOST_TITLE = 60;

/** What the choice comes to where no place has a value of its own, while one chooses. */
function InWords({ numbers }: { numbers: readonly KindNumber[] }) {
  const t = useT();
  const chosen = Form.useWatch<string | undefined>('periodParameter');
  const keepChosen = Form.useWatch<string | undefined>('keepParameter');
  const unit = Form.useWatch<PeriodUnit | undefined>('periodUnit') ?? 'calendarDays';
  const [period, keep] = [chosen, keepChosen].map((key) => numbers.find((one) => one.key === key));
  const words = [
    period
      ? t('noticeKind.meansPeriod', { days: period.value, unit: t(UNIT_TEXT[unit]) })
      : chosen === NONE
        ? t('noticeKind.meansNoPeriod')
        : '',
    keep ? t('noticeKind.meansKeep', { days: keep.value }) : '',
  ].filter((one) => one !== '');
  if (words.length === 0) return null;
  return (
    <Form.Item>
      <Alert type="info" message={words.join(' ')} />
    </Form.Item>
  );
}

function Fields({ kind }: { kind: KindView }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const query = useQuery(useCallback(() => api.kinds.parameters(), [api]));
  const known = [kind.period, kind.keep].flatMap((one) => one ?? []);
  const numbers = query.status === 'ready' ? query.data : known;
  const options = numbers.map((one) => ({ value: one.key, label: t('noticeKind.option', { name: said(one.name), days: one.value }) })); // prettier-ignore
  const required = (name: string) => [{ required: true, whitespace: true, message: t('notice.fillIn', { name }) }];
  return (
    <>
      <Form.Item name="title" label={t('noticeKind.titleZh')} rules={required(t('noticeKind.titleZh'))}>
        <Input maxLength={MOST_TITLE} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('noticeKind.titleEn')} rules={required(t('noticeKind.titleEn'))}>
        <Input maxLength={MOST_TITLE} />
      </Form.Item>
      <Form.Item name="periodParameter" label={t('noticeKind.periodParameter')} extra={t('noticeKind.periodParameterHint')}>
        <Choice options={kind.takesObjections ? options : [{ value: NONE, label: t('noticeKind.noPeriod') }, ...options]} />
      </Form.Item>
      <Form.Item name="periodUnit" label={t('noticeKind.periodUnit')}>
        <Radio.Group options={UNITS.map((unit) => ({ value: unit, label: t(`noticeKind.unit.${unit}`) }))} />
      </Form.Item>
      <Form.Item name="keepParameter" label={t('noticeKind.keepParameter')}>
        <Choice options={options} />
      </Form.Item>
      <InWords numbers={numbers} />
    </>
  );
}

/** What a kind is called, and which parameters its days come from. */
export function EditKind({ kind, onDone }: { kind: KindView; onDone: () => void }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const name = said(kind.title);
  const save = ({ title, titleEn, periodParameter, periodUnit, keepParameter, reason }: Values) =>
    api.kinds.change(kind.key, {
      title: { 'zh-CN': title.trim(), 'en-US': titleEn.trim() },
      periodParameter: periodParameter === NONE ? null : periodParameter,
      periodUnit,
      keepParameter,
      revision: kind.revision,
      reason,
    });
  return (
    <Act<Values>
      label={t('noticeKind.change')}
      title={t('noticeKind.changeOne', { name })}
      tone="warning"
      consequence={t('noticeKind.changeConsequence')}
      reasonLabel={t('noticeKind.reason')}
      initialValues={{
        title: kind.title['zh-CN'],
        titleEn: kind.title['en-US'],
        periodParameter: kind.periodParameter ?? NONE,
        periodUnit: kind.periodUnit,
        keepParameter: kind.keepParameter,
      }}
      run={save}
      done={t('noticeKind.saved')}
      onDone={onDone}
      button={{ 'aria-label': t('noticeKind.changeOne', { name }) }}
    >
      <Fields kind={kind} />
    </Act>
  );
}
