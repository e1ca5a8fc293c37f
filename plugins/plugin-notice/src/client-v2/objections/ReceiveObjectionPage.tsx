import { FailureAlert, LinkButton, Muted, PageFrame, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { App, Button, Flex, Form } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useState } from 'react';
import type { Acknowledgement as Acknowledged } from '../../common/api';
import { Acknowledgement } from './Acknowledgement';
import { useApi } from './api';
import { paths } from './paths';
import { bodyOf, type ReceiveValues } from './receive-body';
import { MatterFields, ObjectorFields } from './ReceiveFields';
import { useT } from './texts';

interface Received extends Acknowledged {
  noticeTitle: string;
}

function ReceiveForm({ onReceived }: { onReceived: (received: Received) => void }) {
  const t = useT();
  const api = useApi();
  const [form] = Form.useForm<ReceiveValues>();
  const today = dayjs().format('YYYY-MM-DD');
  const command = useCommand(useCallback(async (values: ReceiveValues) => api.receive(await bodyOf(values)), [api]));
  const send = async (values: ReceiveValues) => {
    const answer = await command.run(values);
    if (answer) onReceived({ ...answer.value, noticeTitle: values.notice?.title ?? '' });
  };
  return (
    <Form<ReceiveValues>
      form={form}
      layout="vertical"
      scrollToFirstError
      initialValues={{ channel: 'window', receivedOn: today, people: 1 }}
      onFinish={(values) => void send(values)}
    >
      <Flex vertical gap="middle">
        <MatterFields today={today} />
        <ObjectorFields />
        {command.failure ? <FailureAlert failure={command.failure} /> : null}
        <Flex gap="small" wrap>
          <Button type="primary" htmlType="submit" loading={command.isRunning}>
            {t('objection.page.receiveAct')}
          </Button>
          <LinkButton to={paths.list()}>{t('objection.page.cancel')}</LinkButton>
        </Flex>
      </Flex>
    </Form>
  );
}

/** 登记异议: what came at the window or on paper. The code that comes of it is shown once. */
export function ReceiveObjectionPage() {
  const t = useT();
  const [received, setReceived] = useState<Received | null>(null);
  return (
    <App>
      <PageFrame
        title={t(received ? 'objection.page.slip' : 'objection.page.receive')}
        subtitle={received ? null : <Muted>{t('objection.page.receiveLead')}</Muted>}
        back={{ to: paths.list(), label: t('objection.page.title') }}
        width="reading"
      >
        {received ? (
          <Acknowledgement
            title={t('objection.page.numbered', { number: received.number })}
            about={received.noticeTitle}
            acknowledged={received}
          >
            <LinkButton to={paths.desk(received.id)}>{t('objection.page.openOne')}</LinkButton>
            <Button onClick={() => setReceived(null)}>{t('objection.page.another')}</Button>
          </Acknowledgement>
        ) : (
          <ReceiveForm onReceived={setReceived} />
        )}
      </PageFrame>
    </App>
  );
}
