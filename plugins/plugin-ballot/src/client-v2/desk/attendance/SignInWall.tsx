import { FailureAlert, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, QRCode, theme } from 'antd';
import { useCallback, useEffect } from 'react';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { FullScreen } from '../../shared';
import { useDesk } from '../desk-context';

const SOONEST_IN_MS = 5_000;
/** When nothing came: a server that is gone for a moment must not leave an old code on the wall. */
const AGAIN_IN_MS = 10_000;
const LEAST_CODE_IN_PX = 240;

/** The code that the wall shows, asked anew before it ends. */
function useTicket() {
  const api = useApi();
  const { id } = useDesk().desk;
  const query = useQuery(useCallback(() => api.attendance.ticket(id), [api, id]));
  const { reload } = query;
  const ticket = query.status === 'ready' ? query.data : null;
  useEffect(() => {
    // it works for two minutes and changes every minute: half of what is left
    const pause = ticket ? Math.max(SOONEST_IN_MS, (ticket.validUntil - Date.now()) / 2) : AGAIN_IN_MS;
    const timer = setTimeout(reload, pause);
    return () => clearTimeout(timer);
  }, [ticket, reload, query.status]);
  return query;
}

/** 签到墙: the sign-in code in the size of a screen, with how many are there. */
export function SignInWall({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { token } = theme.useToken();
  const { desk } = useDesk();
  const query = useTicket();
  const { due, present, missing } = desk.attendance;
  const size = Math.max(LEAST_CODE_IN_PX, Math.min(window.innerWidth, window.innerHeight) * 0.5);
  return (
    <FullScreen label={t('attendance.wall')} onClose={onClose}>
      <Flex
        vertical
        align="center"
        justify="center"
        gap="middle"
        style={{ minHeight: '100%', padding: token.paddingLG, textAlign: 'center' }}
      >
        <h1 style={{ margin: 0, fontSize: 'clamp(22px, 4vw, 48px)' }}>{desk.title}</h1>
        {query.status === 'ready' ? (
          <QRCode
            value={new URL(query.data.url, window.location.origin).href}
            size={size}
            type="svg"
            bordered={false}
            aria-label={t('attendance.wallCode')}
          />
        ) : null}
        {query.status === 'failed' ? <FailureAlert failure={query.failure} /> : null}
        <div style={{ fontSize: 'clamp(16px, 2vw, 24px)' }}>{t('attendance.wallHint')}</div>
        <div role="status" style={{ fontSize: 'clamp(24px, 5vw, 64px)', fontWeight: token.fontWeightStrong, lineHeight: 1.2 }}>
          {t('attendance.wallCount', { present, due })}
          {missing ? <div>{t('figures.missing', { count: missing })}</div> : null}
        </div>
        <Button size="large" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Flex>
    </FullScreen>
  );
}
