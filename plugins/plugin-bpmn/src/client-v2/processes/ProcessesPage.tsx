import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { ShippedNotice } from '../packs';
import { LackNote, useOwnRights, useRightTo } from '../rights';
import { paths } from '../routes';
import { EmptyState, LinkButton, Loaded, PageFrame, Panel } from '../shared';
import { DeployDialog } from './DeployDialog';
import { IncidentTable } from './IncidentTable';
import { NewProcessDialog } from './NewProcessDialog';
import { ProcessList } from './ProcessList';

/** 流程管理: what administrators draw, publish and keep running. */
export function ProcessesPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(api.processes.overview);
  const rights = useOwnRights();
  const design = useRightTo('design');
  const [isUploading, setIsUploading] = useState(false);
  const [isDrawing, setIsDrawing] = useState(false);
  const upload = (
    <Button icon={<UploadOutlined aria-hidden />} disabled={!design.may} title={design.why} onClick={() => setIsUploading(true)}>
      {t('deploy.title')}
    </Button>
  );
  const draw = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      disabled={!design.may}
      title={design.why}
      onClick={() => setIsDrawing(true)}
    >
      {t('designer.newProcess')}
    </Button>
  );
  return (
    <PageFrame
      title={t('process.title')}
      extra={
        query.status === 'ready' ? (
          <Flex gap="small" wrap>
            {rights.processes ? <LinkButton to={paths.dataStarts()}>{t('dataStart.title')}</LinkButton> : null}
            {rights.give ? <LinkButton to={paths.rights()}>{t('right.title')}</LinkButton> : null}
            {design.may ? <LinkButton to={paths.importPacks()}>{t('pack.importTitle')}</LinkButton> : null}
            {upload}
            {draw}
          </Flex>
        ) : null
      }
    >
      <Loaded query={query}>
        {(rows) => (
          <Flex vertical gap="large">
            <LackNote />
            {rows.length === 0 ? (
              <EmptyState title={t('process.empty')} hint={t('process.emptyHint')}>
                <Flex gap="small" justify="center" wrap>
                  {draw}
                  {upload}
                </Flex>
              </EmptyState>
            ) : (
              <>
                <ShippedNotice rows={rows} />
                <ProcessList rows={rows} />
              </>
            )}
            {rights.processes ? (
              <Panel title={t('incident.title')}>
                <IncidentTable />
              </Panel>
            ) : null}
          </Flex>
        )}
      </Loaded>
      {isDrawing ? <NewProcessDialog onCancel={() => setIsDrawing(false)} /> : null}
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
