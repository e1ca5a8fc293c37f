import { FailureAlert, Muted, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Button, Checkbox, Flex, Input } from 'antd';
import { useCallback, useState } from 'react';
import type { CheckView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { openFile } from '../shared';
import { contentText } from './words';

type Unchecked = CheckView['unchecked'][number];

interface Props {
  noticeId: string;
  files: readonly Unchecked[];
  looked: ReadonlyMap<string, string>;
  onLooked: (fileId: string, words: string | null) => void;
}

function UncheckedFile({
  noticeId,
  file,
  words,
  onLooked,
}: {
  noticeId: string;
  file: Unchecked;
  words: string | undefined;
  onLooked: (words: string | null) => void;
}) {
  // prettier-ignore
  const t = useT();
  const api = useApi();
  const [isOpened, setIsOpened] = useState(false);
  const open = useCommand(
    useCallback(async () => {
      openFile(await api.notices.file(noticeId, file.fileId));
      setIsOpened(true);
    }, [api, noticeId, file.fileId]),
  );
  const mayTick = isOpened || words !== undefined;
  return (
    <li>
      <Flex vertical gap="small">
        <Flex gap="small" wrap align="center">
          <strong style={{ overflowWrap: 'anywhere' }}>{file.name}</strong>
          <Muted small>{file.contents.map((content) => contentText(content, t)).join(t('notice.and'))}</Muted>
          <Button
            size="small"
            loading={open.isRunning}
            onClick={() => void open.run()}
            aria-label={t('redaction.openOne', { name: file.name })}
          >
            {t('redaction.open')}
          </Button>
        </Flex>
        <Checkbox
          checked={words !== undefined}
          disabled={!mayTick}
          onChange={(event) => onLooked(event.target.checked ? t('redaction.lookedWords') : null)}
        >
          {t(mayTick ? 'redaction.looked' : 'redaction.lookFirst')}
        </Checkbox>
        {words === undefined ? null : (
          <Input
            aria-label={t('redaction.lookedResult', { name: file.name })}
            value={words}
            maxLength={300}
            status={words.trim() === '' ? 'warning' : undefined}
            onChange={(event) => onLooked(event.target.value)}
          />
        )}
        <FailureAlert failure={open.failure} />
      </Flex>
    </li>
  );
}

/** Content that no check can read: a person opens it, and says what they saw. */
export function UncheckedFiles({ noticeId, files, looked, onLooked }: Props) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <Flex vertical gap="small">
      <Alert type="warning" showIcon message={t('redaction.unchecked', { count: files.length })} />
      <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 16 }}>
        {files.map((file) => (
          <UncheckedFile
            key={file.fileId}
            noticeId={noticeId}
            file={file}
            words={looked.get(file.fileId)}
            onLooked={(words) => onLooked(file.fileId, words)}
          />
        ))}
      </ul>
    </Flex>
  );
}
