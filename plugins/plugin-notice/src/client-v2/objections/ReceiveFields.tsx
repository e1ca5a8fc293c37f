import { Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { TakingNotice } from '../../common/api';
import { LongText } from './LongText';
import { NoticeChoice } from './NoticeChoice';
import { MOST_BYTES, ScanField } from './ScanField';
import { CHANNEL_TEXT, useT } from './texts';

const MOST_PEOPLE = 10_000;

/** What came, to which notice, when and how. */
export function MatterFields({ today }: { today: string }) {
  const t = useT();
  const missing = (label: string) => [{ required: true, message: t('objection.page.fillIn', { label }) }];
  const notice = Form.useWatch<TakingNotice | undefined>('notice');
  return (
    <Panel title={t('objection.page.matter')}>
      <Form.Item
        name="notice"
        label={t('objection.page.notice')}
        rules={missing(t('objection.page.notice'))}
        extra={notice ? (notice.endsOn === null ? t('objection.page.notBegun') : t('objection.page.untilDay', { day: notice.endsOn })) : t('objection.page.onlyTaking')} // prettier-ignore
      >
        <NoticeChoice />
      </Form.Item>
      <Form.Item name="channel" label={t('objection.page.channelLabel')}>
        <Radio.Group options={(['window', 'paper'] as const).map((one) => ({ value: one, label: t(CHANNEL_TEXT[one]) }))} />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={t('objection.page.receivedOn')}
        extra={t('objection.page.receivedOnHint')}
        rules={missing(t('objection.page.receivedOn'))}
      >
        <Input type="date" max={today} style={{ maxWidth: 200 }} />
      </Form.Item>
      {notice?.endsOn && notice.endsOn < today ? <LateReason /> : null}
      <LongText name="text" label={t('objection.page.text')} extra={t('objection.page.textHint')} least={10} />
      <Form.Item name="people" label={t('objection.page.people')} extra={t('objection.page.peopleHint')}>
        <InputNumber min={1} max={MOST_PEOPLE} precision={0} />
      </Form.Item>
      <Form.Item name="againstUserId" label={t('objection.page.against')} extra={t('objection.page.againstHint')}>
        <Select
          allowClear
          disabled={!notice}
          placeholder={t('objection.page.againstNobody')}
          options={(notice?.involved ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </Panel>
  );
}

/** Why what came in time is entered once the last day is over. */
export function LateReason() {
  const t = useT();
  const label = t('objection.page.lateReason');
  return (
    <Form.Item
      name="lateReason"
      label={label}
      extra={t('objection.page.lateReasonHint')}
      rules={[{ required: true, whitespace: true, message: t('objection.page.fillIn', { label }) }]}
    >
      <Input maxLength={500} />
    </Form.Item>
  );
}

/** Who objects; only whoever decides on it will see that. */
export function ObjectorFields() {
  const t = useT();
  return (
    <Panel title={t('objection.page.objectorFree')}>
      <p style={{ marginTop: 0 }}>{t('objection.page.objectorHint')}</p>
      <Form.Item name="name" label={t('objection.page.name')}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={t('objection.page.contact')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('objection.page.note')} extra={t('objection.page.noteHint')}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="scan"
        label={t('objection.page.scanLabel')}
        extra={t('objection.page.scanHint')}
        rules={[
          {
            validator: (_, file?: File) =>
              file && file.size > MOST_BYTES ? Promise.reject(new Error(t('objection.page.scanTooLarge'))) : Promise.resolve(),
          },
        ]}
      >
        <ScanField />
      </Form.Item>
    </Panel>
  );
}
