import { Flex } from 'antd';
import { useCallback, useState } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { SettingChanges } from '../setting-changes';
import { Loaded, PageFrame, Panel } from '../shared';
import { RightsHelp } from './RightsHelp';
import { RightsTable } from './RightsTable';
import { TwoPeople } from './TwoPeople';

/** 流程权限: which role may do what to processes, for who manages roles. */
export function RightsPage() {
  const t = useT();
  const { rights } = useApi();
  const query = useQuery(rights.overview);
  const { reload } = query;
  const [changes, setChanges] = useState(0);
  const changed = useCallback(() => {
    setChanges((count) => count + 1);
    reload();
  }, [reload]);
  const load = useCallback((page: number) => rights.changes(page), [rights]);
  return (
    <PageFrame title={t('right.title')} back={{ to: paths.processes(), label: t('process.title') }}>
      <Loaded query={query}>
        {(rows) => (
          <Flex vertical gap="large">
            <Panel title={t('right.byRole')}>
              <RightsTable rows={rows} onChanged={changed} />
            </Panel>
            <RightsHelp />
            <TwoPeople onChanged={changed} />
            {/* what was given just now is in it too */}
            <SettingChanges key={changes} load={load} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
