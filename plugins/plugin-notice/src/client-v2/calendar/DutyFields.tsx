import { Choice } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Form, Input, InputNumber, Radio } from 'antd';
import type { DisclosureCadence } from '../../common/api';
import type { DutyValues } from './duty-values';
import { CADENCE_TEXT, CERTAINTIES, CERTAINTY_WORD, CLASS_TEXT, CLASSES, useT } from './texts';

const MOST_DAYS = 366;
const MOST_TITLE = 200;
const MOST_SOURCE = 1_000;

interface DutyFieldsProps {
  cadences: readonly DisclosureCadence[];
  /** Where it holds, in words; of a new one that follows from what is chosen. */
  where: string;
}

/** What is owed, how often and from where that comes, while one types: what follows from it. */
export function DutyFields({ cadences, where }: DutyFieldsProps) {
  const t = useT();
  const name = (label: string) => [{ required: true, whitespace: true, message: t('notice.fillIn', { name: label }) }];
  const number = (label: string) => [{ required: true, message: t('notice.fillIn', { name: label }) }];
  const [title, titleEn, source, dueDays] = [
    t('disclosure.titleZh'),
    t('disclosure.titleEn'),
    t('disclosure.source'),
    t('disclosure.dueDays'),
  ];
  return (
    <>
      <Form.Item name="class" label={t('disclosure.classColumn')}>
        <Radio.Group options={CLASSES.map((one) => ({ value: one, label: t(CLASS_TEXT[one]) }))} />
      </Form.Item>
      <Form.Item name="title" label={title} rules={name(title)}>
        <Input maxLength={MOST_TITLE} />
      </Form.Item>
      <Form.Item name="titleEn" label={titleEn} rules={name(titleEn)}>
        <Input maxLength={MOST_TITLE} />
      </Form.Item>
      <Form.Item name="cadence" label={t('disclosure.cadence')}>
        <Choice options={cadences.map((value) => ({ value, label: t(CADENCE_TEXT[value]) }))} />
      </Form.Item>
      <Form.Item name="dueDays" label={dueDays} rules={number(dueDays)}>
        <InputNumber min={0} max={MOST_DAYS} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="keepDays" label={t('disclosure.keepDays')} extra={t('disclosure.keepDaysHint')}>
        <InputNumber min={1} max={MOST_DAYS} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <InWords where={where} />
      <Form.Item name="source" label={source} extra={t('disclosure.sourceHint')} rules={name(source)}>
        <Input.TextArea rows={2} maxLength={MOST_SOURCE} />
      </Form.Item>
      <Form.Item name="sourceEn" label={t('disclosure.sourceEn')}>
        <Input.TextArea rows={2} maxLength={MOST_SOURCE} />
      </Form.Item>
      <Form.Item name="certainty" label={t('disclosure.certainty')}>
        <Radio.Group options={CERTAINTIES.map((one) => ({ value: one, label: t(CERTAINTY_WORD[one]) }))} />
      </Form.Item>
    </>
  );
}

function InWords({ where }: { where: string }) {
  const t = useT();
  const cadence = Form.useWatch<DutyValues['cadence'] | undefined>('cadence');
  const days = Form.useWatch<number | null | undefined>('dueDays');
  const keepDays = Form.useWatch<number | null | undefined>('keepDays');
  const reach = Form.useWatch<DutyValues['reach']>('reach');
  if (cadence === undefined || days === undefined || days === null) return null;
  const at = reach === 'everywhere' ? t('disclosure.everywhere') : where;
  return (
    <Form.Item>
      <Alert
        type="info"
        message={[
          t(`disclosure.means.${cadence}`, { where: at, days }),
          keepDays ? t('disclosure.meansKept', { days: keepDays }) : t('disclosure.meansKeptAsParameter'),
        ].join(' ')}
      />
    </Form.Item>
  );
}
