import { Flex } from 'antd';
import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { SettingChanges } from '../setting-changes';
import { Loaded, PageFrame, Panel } from '../shared';
import { RightsHelp } from './RightsHelp';
import { RightsTable } from './RightsTable';

/** 流程权限: which role may do what to processes, for who manages roles. */
export function RightsPage() {
  const t = useT();
  const { rights } = useApi();
  const query = useQuery(rights.overview);
  const load = useCallback((page: number) => rights.changes(page), [rights]);
  return (
    <PageFrame title={t('right.title')} back={{ to: paths.processes(), label: t('process.title') }}>
      <Loaded query={query}>
        {(rows) => (
          <Flex vertical gap="large">
            <Panel title={t('right.byRole')}>
              <RightsTable rows={rows} onChanged={query.reload} />
            </Panel>
            <RightsHelp />
            {/* what was given just now is in it too */}
            <SettingChanges key={JSON.stringify(rows)} load={load} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
