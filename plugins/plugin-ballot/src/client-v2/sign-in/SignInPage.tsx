import { FailureAlert, PageFrame, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Result } from 'antd';
import { useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useApi } from '../api';
import { useT } from '../i18n';

/** Where the code on the wall leads: somebody says that they are there. A press of their own, since pages are also opened by what looks ahead. */
export function SignInPage() {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const ticket = search.get('ticket') ?? '';
  const [isIn, setIsIn] = useState(false);
  const signIn = useCommand(useCallback(() => api.attendance.signIn(id, ticket), [api, id, ticket]));
  const submit = async () => {
    if (await signIn.run()) setIsIn(true);
  };
  return (
    <PageFrame title={t('signIn.title')} width="reading">
      {isIn ? (
        <div role="status">
          <Result status="success" title={t('signIn.done')} subTitle={t('signIn.doneHint')} />
        </div>
      ) : (
        <Flex vertical gap="large" align="stretch" style={{ maxWidth: 480, margin: '0 auto' }}>
          <p style={{ fontSize: 18 }}>{t('signIn.lead')}</p>
          <Button type="primary" onClick={() => void submit()} loading={signIn.isRunning} style={{ height: 72, fontSize: 24 }}>
            {t('signIn.here')}
          </Button>
          <FailureAlert failure={signIn.failure} />
        </Flex>
      )}
    </PageFrame>
  );
}
