import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { ProcessDetail } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ExportDialog } from '../packs';
import { useRightTo } from '../rights';
import { paths } from '../routes';
import { ActDialog, LinkButton } from '../shared';
import { DeployDialog } from './DeployDialog';
import { PublishDialog } from './PublishDialog';

interface DialogProps {
  detail: ProcessDetail;
  onDone: () => void;
  onCancel: () => void;
}

function RetireDialog({ detail: { process }, onDone, onCancel }: DialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback((reason: string) => api.processes.retire(process.key, reason), [api, process.key]),
  );
  return (
    <ActDialog
      {...state}
      title={t('retire.title')}
      consequence={t('retire.consequence', { running: process.running })}
      tone="warning"
      okText={t('retire.title')}
      isDanger
      onOk={async ({ reason }) => {
        if (await run(reason)) onDone();
      }}
      onCancel={onCancel}
    />
  );
}

type Open = 'publish' | 'retire' | 'upload' | 'export' | null;

/** What an administrator does with a whole process. */
export function ProcessActions({ detail, onChanged }: { detail: ProcessDetail; onChanged: () => void }) {
  const t = useT();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Open>(null);
  const { process, problems } = detail;
  const design = useRightTo('design');
  const publish = useRightTo('publish');
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const close = () => setOpen(null);
  const finish = (text?: string) => {
    close();
    if (text) message.success(text);
    onChanged();
  };
  return (
    <Flex gap="small" wrap>
      {process.draft ? (
        <Button
          type="primary"
          disabled={hasErrors || (!publish.may && !design.may)}
          title={hasErrors ? t('publish.hasErrors') : publish.why}
          onClick={() => setOpen('publish')}
        >
          {t(publish.may ? 'publish.button' : 'twoPeople.ask')}
        </Button>
      ) : null}
      <LinkButton to={paths.design(process.key)}>{t(design.may ? 'designer.edit' : 'designer.look')}</LinkButton>
      <LinkButton to={paths.tryOut(process.key)}>{t('tryOut.button')}</LinkButton>
      {process.published && !detail.isCalledOnly ? (
        <LinkButton to={paths.start(process.key)}>{t('start.title')}</LinkButton>
      ) : null}
      <Button icon={<UploadOutlined aria-hidden />} disabled={!design.may} title={design.why} onClick={() => setOpen('upload')}>
        {t('deploy.newVersion')}
      </Button>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen('export')}>
        {t('pack.export')}
      </Button>
      {process.published ? (
        <Button danger disabled={!publish.may} title={publish.why} onClick={() => setOpen('retire')}>
          {t('retire.title')}
        </Button>
      ) : null}
      {open === 'publish' ? (
        <PublishDialog
          processKey={process.key}
          number={process.draft?.number ?? 1}
          running={process.running}
          unconfirmed={process.unconfirmedParameters}
          onDone={() => finish(t('publish.done'))}
          onCancel={close}
        />
      ) : null}
      {open === 'retire' ? <RetireDialog detail={detail} onDone={() => finish(t('retire.done'))} onCancel={close} /> : null}
      {open === 'export' ? <ExportDialog process={process} onClose={close} /> : null}
      {open === 'upload' ? <DeployDialog onSaved={() => finish()} onClose={close} /> : null}
    </Flex>
  );
}
