import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Upload } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { ProcessDetail, TemplateView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, type Translate } from '../i18n';
import { useOwnRights } from '../rights';
import { DataTable, type DataColumn, DateTime, EmptyState, FailureAlert, Muted, ToneTag, saveFile } from '../shared';
import { AddTemplate } from './AddTemplate';
import { PlaceholderHelp } from './PlaceholderHelp';
import { RemoveTemplate } from './RemoveTemplate';

interface Acts {
  processKey: string;
  isBusy: boolean;
  /** Without it they are only taken out. */
  mayChange: boolean;
  onDownload: (template: TemplateView) => void;
  onReplace: (template: TemplateView, file: File) => void;
  onRemoved: (template: TemplateView) => void;
}

function TemplateActs({
  template,
  processKey,
  isBusy,
  mayChange,
  onDownload,
  onReplace,
  onRemoved,
}: Acts & { template: TemplateView }) {
  const t = useT();
  const { name } = template;
  return (
    <Flex gap="small" wrap>
      <Button
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        disabled={isBusy}
        aria-label={t('template.downloadOf', { name })}
        onClick={() => onDownload(template)}
      >
        {t('document.download')}
      </Button>
      {mayChange ? (
        <Upload
          accept=".docx"
          showUploadList={false}
          disabled={isBusy}
          beforeUpload={(file) => {
            onReplace(template, file);
            return false;
          }}
        >
          <Button
            size="small"
            icon={<UploadOutlined aria-hidden />}
            disabled={isBusy}
            aria-label={t('template.replaceOf', { name })}
          >
            {t('template.replace')}
          </Button>
        </Upload>
      ) : null}
      {mayChange && template.isAdded ? (
        <RemoveTemplate processKey={processKey} template={template} onRemoved={() => onRemoved(template)} />
      ) : null}
    </Flex>
  );
}

const columnsFor = (t: Translate, acts: Acts): DataColumn<TemplateView>[] => [
  { key: 'name', title: t('template.name'), render: ({ name }) => name },
  {
    key: 'saved',
    title: t('template.saved'),
    render: ({ savedAt, savedByName }) => (
      <>
        <DateTime at={savedAt} /> <Muted small>{savedByName ?? t('person.system')}</Muted>
      </>
    ),
  },
  {
    key: 'state',
    title: t('process.state'),
    render: ({ problems }) =>
      problems.length === 0 ? (
        <ToneTag tone="success">{t('template.fits')}</ToneTag>
      ) : (
        <ToneTag tone="danger">{t('template.problems', { count: problems.length })}</ToneTag>
      ),
  },
  { key: 'actions', title: t('common.actions'), render: (template) => <TemplateActs template={template} {...acts} /> },
];

/** The Word files of a process: taken out to be edited in Word and put back after a check, added, and taken away again. */
export function TemplatesPanel({ detail, onChanged }: { detail: ProcessDetail; onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const { key } = detail.process;
  const { design: mayChange } = useOwnRights();
  const [done, setDone] = useState<string | null>(null);
  const download = useCommand(
    useCallback(async (template: TemplateView) => saveFile(await api.processes.template(key, template.key)), [api, key]),
  );
  const replace = useCommand(
    useCallback((template: TemplateView, file: File) => api.processes.replaceTemplate(key, template.key, file), [api, key]),
  );
  const { run: runDownload } = download;
  const { run: runReplace } = replace;
  const isBusy = download.isRunning || replace.isRunning;
  const onDownload = useCallback((template: TemplateView) => void runDownload(template), [runDownload]);
  const onReplace = useCallback(
    async (template: TemplateView, file: File) => {
      setDone(null);
      if (!(await runReplace(template, file))) return;
      setDone(t('template.replaced', { name: template.name }));
      onChanged();
    },
    [runReplace, onChanged, t],
  );
  const onAdded = (name: string) => {
    setDone(t('template.added', { name }));
    onChanged();
  };
  const onRemoved = useCallback(
    ({ name }: TemplateView) => {
      setDone(t('template.removed', { name }));
      onChanged();
    },
    [onChanged, t],
  );
  const columns = useMemo(
    () =>
      columnsFor(t, {
        processKey: key,
        isBusy,
        mayChange,
        onDownload,
        onReplace: (template, file) => void onReplace(template, file),
        onRemoved,
      }),
    [t, key, isBusy, mayChange, onDownload, onReplace, onRemoved],
  );
  return (
    <Flex vertical gap="middle">
      <Alert type="info" showIcon message={t('template.hint')} />
      <FailureAlert failure={download.failure} />
      <FailureAlert failure={replace.failure} />
      {done === null ? null : <Alert type="success" showIcon role="status" message={done} />}
      {mayChange ? <AddTemplate processKey={key} onAdded={onAdded} /> : null}
      {detail.templates.length === 0 ? (
        <EmptyState title={t('template.empty')} hint={t('template.emptyHint')} />
      ) : (
        <DataTable
          label={t('common.listOf', { name: t('template.name') })}
          columns={columns}
          rows={detail.templates}
          rowKey={(row) => row.key}
        />
      )}
      <PlaceholderHelp processKey={key} />
    </Flex>
  );
}
