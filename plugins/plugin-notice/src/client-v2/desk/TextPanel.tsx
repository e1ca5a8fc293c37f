import { PaperClipOutlined } from '@ant-design/icons';
import { FailureAlert, Muted, Panel, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';
import { NoticeText, openFile } from '../shared';
import { useDesk } from './desk-context';
import { hasText } from './next-step';

function Files() {
  const t = useT();
  const api = useApi();
  const { id, files } = useDesk().notice;
  const open = useCommand(useCallback(async (fileId: string) => openFile(await api.notices.file(id, fileId)), [api, id]));
  if (files.length === 0) return null;
  return (
    <div>
      <Muted small>{t('noticeForm.files')}</Muted>
      <Flex vertical align="flex-start">
        {files.map((file) => (
          <Button
            key={file.id}
            type="link"
            icon={<PaperClipOutlined />}
            style={{ paddingInline: 0, whiteSpace: 'normal', height: 'auto', textAlign: 'start' }}
            onClick={() => void open.run(file.id)}
          >
            {file.name}
          </Button>
        ))}
      </Flex>
      <FailureAlert failure={open.failure} />
    </div>
  );
}

/** The text as it will hang, and what is attached to it. */
export function TextPanel() {
  const t = useT();
  const { notice } = useDesk();
  return (
    <Panel title={t('noticeDesk.text')}>
      <Flex vertical gap="middle">
        <strong style={{ fontSize: 20, textAlign: 'center', overflowWrap: 'anywhere' }}>{notice.title}</strong>
        {hasText(notice) ? <NoticeText body={notice.body} /> : <Muted>{t('noticeDesk.noText')}</Muted>}
        <Files />
      </Flex>
    </Panel>
  );
}
