import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Upload } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { ArrangementBody, ArrangementReading, ImportArrangementBody } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert, Muted } from '../shared';
import { ArrangementResult, changesNothing } from './ArrangementResult';
import { readNotice } from './readNotice';

const WIDTH = 820;
const LONGEST = 20_000;

interface Looked {
  readonly body: ArrangementBody;
  readonly reading: ArrangementReading;
}

function NoticeFile({ onText }: { onText: (text: string) => void }) {
  const t = useT();
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (file: File) => {
    const notice = await readNotice(file);
    setRefused(notice.state === 'read' ? null : t(`calendar.import.${notice.why}`, { name: file.name }));
    if (notice.state === 'read') onText(notice.text);
  };
  return (
    <Form.Item>
      <Upload
        accept=".txt,text/plain"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />}>{t('calendar.import.file')}</Button>
      </Upload>
      {refused === null ? null : <Alert type="error" showIcon role="alert" message={refused} style={{ marginTop: 8 }} />}
    </Form.Item>
  );
}

interface NoticeValues {
  year: number | null;
  text?: string;
  source?: string;
}

function useNotice(onDone: () => void) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = useCommand(useCallback((body: ArrangementBody) => api.calendars.readArrangement(body), [api]));
  const take = useCommand(useCallback((body: ImportArrangementBody) => api.calendars.importArrangement(body), [api]));
  const read = async (body: ArrangementBody) => {
    const answer = await look.run(body);
    setLooked(answer && { body, reading: answer.value });
  };
  const confirm = async () => {
    if (looked?.reading.state !== 'read') return;
    const done = await take.run({ ...looked.body, revision: looked.reading.revision });
    if (!done) return;
    message.success(t('calendar.import.done', { moved: done.value.moved, confirmed: done.value.confirmed }));
    onDone();
  };
  const back = () => {
    setLooked(null);
    take.forget();
  };
  return { looked, back, read, confirm, isRunning: look.isRunning || take.isRunning, failure: take.failure ?? look.failure };
}

export interface ImportArrangementProps {
  coveredUntil: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Takes over the State Council's notice on the holidays of a year: read, compared, looked at, confirmed. */
export function ImportArrangement({ coveredUntil, onDone, onCancel }: ImportArrangementProps) {
  const t = useT();
  const [form] = Form.useForm<NoticeValues>();
  const { looked, back, read, confirm, isRunning, failure } = useNotice(onDone);
  const initial = useMemo(() => ({ year: Number(coveredUntil.slice(0, 4)) + 1 }), [coveredUntil]);
  const required = (name: string) => [{ required: true, message: t('common.fillIn', { name }) }];
  const mayConfirm = looked?.reading.state === 'read' && !changesNothing(looked.reading);
  const footer = looked
    ? [
        <Button key="back" onClick={back}>
          {t('calendar.import.back')}
        </Button>,
        <Button key="ok" type="primary" disabled={!mayConfirm} loading={isRunning} onClick={() => void confirm()}>
          {t('calendar.import.confirm')}
        </Button>,
      ]
    : [
        <Button key="cancel" onClick={onCancel}>
          {t('common.cancel')}
        </Button>,
        <Button key="read" type="primary" loading={isRunning} onClick={() => form.submit()}>
          {t('calendar.import.read')}
        </Button>,
      ];
  return (
    <Modal open title={t('calendar.import')} width={WIDTH} footer={footer} onCancel={onCancel}>
      <FailureAlert failure={failure} />
      {looked ? <ArrangementResult reading={looked.reading} year={looked.body.year} /> : null}
      {/* kept while its result is shown: what was pasted is still there on the way back */}
      <Form<NoticeValues>
        form={form}
        layout="vertical"
        initialValues={initial}
        style={{ display: looked === null ? undefined : 'none' }}
        onFinish={({ year, text, source }) => void read({ year: year ?? 0, text: text ?? '', source: (source ?? '').trim() })}
      >
        <p>
          <Muted>{t('calendar.import.lead')}</Muted>
        </p>
        <Form.Item name="year" label={t('calendar.import.year')} rules={required(t('calendar.import.year'))}>
          <InputNumber min={2000} max={2200} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <NoticeFile onText={(text) => form.setFieldsValue({ text })} />
        <Form.Item
          name="text"
          label={t('calendar.import.text')}
          extra={t('calendar.import.textHint')}
          rules={required(t('calendar.import.text'))}
        >
          <Input.TextArea rows={10} maxLength={LONGEST} />
        </Form.Item>
        <Form.Item name="source" label={t('calendar.source')} extra={t('calendar.import.sourceHint')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
