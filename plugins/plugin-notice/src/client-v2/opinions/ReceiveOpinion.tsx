import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Form, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CollectionView, OpinionAcknowledgement } from '../../common/api';
import { Acknowledgement, LateReason, LongText } from '../objections';
import { useApi } from './api';
import { CHANNEL_TEXT, useT } from './texts';

interface Values {
  reason: string;
  channel?: 'window' | 'paper';
  receivedOn?: string;
  lateReason?: string;
  text?: string;
  name?: string;
  contact?: string;
}

/** 登记意见: what came at the window or on paper; the code that comes of it is shown once. */
export function ReceiveOpinion({ view, onDone }: { view: CollectionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const [acknowledged, setAcknowledged] = useState<OpinionAcknowledgement | null>(null);
  const today = dayjs().format('YYYY-MM-DD');
  const lastDay = view.closesOn !== null && view.closesOn < today ? view.closesOn : today;
  const send = async ({ channel = 'window', receivedOn = today, lateReason = '', text = '', name = '', contact = '' }: Values) =>
    setAcknowledged(
      await api.receive({
        collectionId: view.id,
        channel,
        receivedOn,
        lateReason: lateReason.trim() || undefined,
        text: text.trim(),
        name: name.trim() || undefined,
        contact: contact.trim() || undefined,
      }),
    );
  return (
    <>
      <Act<Values>
        label={t('opinion.page.receive')}
        consequence={t('opinion.page.receiveConsequence')}
        initialValues={{ channel: 'window', receivedOn: lastDay }}
        run={send}
        done={t('opinion.page.received')}
        onDone={onDone}
      >
        <Form.Item name="channel" label={t('objection.page.channelLabel')}>
          <Radio.Group options={(['window', 'paper'] as const).map((one) => ({ value: one, label: t(CHANNEL_TEXT[one]) }))} />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={t('objection.page.receivedOn')}
          rules={[{ required: true, message: t('objection.page.fillIn', { label: t('objection.page.receivedOn') }) }]}
        >
          <Input type="date" min={view.opensOn ?? undefined} max={lastDay} />
        </Form.Item>
        {lastDay < today ? <LateReason /> : null}
        <LongText name="text" label={t('opinion.page.text')} extra={t('objection.page.textHint')} least={10} />
        <Form.Item name="name" label={t('objection.page.name')} extra={t('opinion.page.nameHint')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label={t('objection.page.contact')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Act>
      {acknowledged ? (
        <Modal open title={t('objection.page.slip')} footer={null} closable={false} maskClosable={false} keyboard={false}>
          <Acknowledgement
            title={t('opinion.page.numbered', { number: acknowledged.number })}
            about={view.title}
            acknowledged={acknowledged}
          >
            <Button onClick={() => setAcknowledged(null)}>{t('opinion.page.handedOver')}</Button>
          </Acknowledgement>
        </Modal>
      ) : null}
    </>
  );
}
