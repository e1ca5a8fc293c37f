import { DownloadOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Flex, theme } from 'antd';
import { useCallback } from 'react';
import type { DocumentView } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { FailureAlert, Muted, Panel, saveFile } from '../shared';

interface LineProps {
  document: DocumentView;
  isBusy: boolean;
  onDownload: (key: string) => void;
}

function DocumentLine({ document: { key, name, missing }, isBusy, onDownload }: LineProps) {
  const t = useT();
  const { token } = theme.useToken();
  const isReady = missing.length === 0;
  return (
    <li style={{ display: 'flex', gap: token.marginXS, justifyContent: 'space-between', alignItems: 'center' }}>
      <span style={{ overflowWrap: 'anywhere' }}>
        <FileWordOutlined aria-hidden style={isReady ? { color: token.colorPrimary } : undefined} /> {name}
        {isReady ? null : (
          <>
            <br />
            <Muted small>{t('document.missing', { names: missing.join(t('common.listSeparator')) })}</Muted>
          </>
        )}
      </span>
      {isReady ? (
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          disabled={isBusy}
          aria-label={t('document.downloadOf', { name })}
          onClick={() => onDownload(key)}
        >
          {t('document.download')}
        </Button>
      ) : null}
    </li>
  );
}

/** 文书: Word files of a case, ready to be signed, and what is missing of the others. Nothing where its process has none. */
export function DocumentsPanel({ instanceId }: { instanceId: string }) {
  const t = useT();
  const api = useApi();
  const { token } = theme.useToken();
  const query = useQuery(useCallback(() => api.instances.documents(instanceId), [api, instanceId]));
  const { run, isRunning, failure } = useCommand(
    useCallback(async (key: string) => saveFile(await api.instances.document(instanceId, key)), [api, instanceId]),
  );
  if (query.status === 'loading' || (query.status === 'ready' && query.data.length === 0)) return null;
  return (
    <Panel title={t('document.title')}>
      <Flex vertical gap="small">
        {query.status === 'failed' ? <FailureAlert failure={query.failure} onReload={query.reload} /> : null}
        <FailureAlert failure={failure} onReload={query.reload} />
        {query.status === 'ready' ? (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: token.marginSM }}>
            {query.data.map((document) => (
              <DocumentLine key={document.key} document={document} isBusy={isRunning} onDownload={(key) => void run(key)} />
            ))}
          </ul>
        ) : null}
      </Flex>
    </Panel>
  );
}
