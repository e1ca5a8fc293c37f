import { Loaded, Muted, PageFrame, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { App, Flex, theme } from 'antd';
import { useCallback } from 'react';
import type { WallView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { RebuildPanel } from './RebuildPanel';
import { SettingsForm } from './SettingsForm';
import { WallLink } from './WallLink';

function Wall({ view, onSaved }: { view: WallView; onSaved: () => void }) {
  const isPhone = useIsPhone();
  const { token } = theme.useToken();
  const columns = isPhone ? 'minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 1fr)';
  return (
    <div style={{ display: 'grid', gridTemplateColumns: columns, gap: token.margin, alignItems: 'start' }}>
      <SettingsForm view={view} onSaved={onSaved} />
      <Flex vertical gap="middle">
        <WallLink view={view} />
        <RebuildPanel view={view} />
      </Flex>
    </div>
  );
}

/** 公示墙设置: for administrators; anybody else is told so. */
export function WallPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.wall.view(), [api]));
  return (
    <App>
      <PageFrame
        width="reading"
        title={t('noticeWall.pageTitle')}
        subtitle={<Muted>{t('noticeWall.lead')}</Muted>}
        back={{ to: paths.notices(), label: t('notice.pageTitle') }}
      >
        <Loaded query={query}>{(view) => <Wall view={view} onSaved={query.reload} />}</Loaded>
      </PageFrame>
    </App>
  );
}
