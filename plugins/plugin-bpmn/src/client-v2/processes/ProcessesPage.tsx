import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, LinkButton, Loaded, PageFrame, Panel } from '../shared';
import { DeployDialog } from './DeployDialog';
import { IncidentTable } from './IncidentTable';
import { ProcessList } from './ProcessList';

/** 流程管理: what administrators draw, publish and keep running. */
export function ProcessesPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(api.processes.overview);
  const [isUploading, setIsUploading] = useState(false);
  const upload = (
    <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setIsUploading(true)}>
      {t('deploy.title')}
    </Button>
  );
  return (
    <PageFrame
      title={t('process.title')}
      extra={
        query.status === 'ready' ? (
          <Flex gap="small" wrap>
            <LinkButton to={paths.dataStarts()}>{t('dataStart.title')}</LinkButton>
            {upload}
          </Flex>
        ) : null
      }
    >
      <Loaded query={query}>
        {(rows) => (
          <Flex vertical gap="large">
            {rows.length === 0 ? (
              <EmptyState title={t('process.empty')} hint={t('process.emptyHint')}>
                {upload}
              </EmptyState>
            ) : (
              <ProcessList rows={rows} />
            )}
            <Panel title={t('incident.title')}>
              <IncidentTable />
            </Panel>
          </Flex>
        )}
      </Loaded>
      {isUploading ? (
        <DeployDialog
          onSaved={() => {
            setIsUploading(false);
            query.reload();
          }}
          onClose={() => setIsUploading(false)}
        />
      ) : null}
    </PageFrame>
  );
}
