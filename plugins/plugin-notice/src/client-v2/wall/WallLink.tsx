import { Muted, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, QRCode, theme } from 'antd';
import type { WallView } from '../../common/api';
import { useT } from '../i18n';

/** Where residents read the wall: what is set, else where this application serves it. */
export const addressOf = ({ settings, path }: Pick<WallView, 'settings' | 'path'>, origin: string): string =>
  settings.address ?? `${origin}${path}`;

/** The wall itself, and its address to be printed. */
export function WallLink({ view }: { view: WallView }) {
  const t = useT();
  const { token } = theme.useToken();
  const address = addressOf(view, window.location.origin);
  return (
    <Panel title={t('noticeWall.link')}>
      <Flex vertical gap="small" align="flex-start">
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          style={{ overflowWrap: 'anywhere', textDecoration: 'underline', color: token.colorLink }}
        >
          {address}
        </a>
        {/* black on white whatever the theme: it is read by cameras */}
        <QRCode type="svg" value={address} size={176} color="#000" bgColor="#fff" aria-label={t('noticeWall.qr')} />
        <Muted small>{t(view.settings.address === null ? 'noticeWall.qrUnset' : 'noticeWall.qrHint')}</Muted>
      </Flex>
    </Panel>
  );
}
