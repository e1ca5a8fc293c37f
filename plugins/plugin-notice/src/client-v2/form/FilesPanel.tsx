import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { FailureAlert, Muted, Panel, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, theme, Typography } from 'antd';
import { useCallback, useRef, type ReactNode } from 'react';
import type { FileView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { ACCEPTED, ALL_MEGABYTES, FILE_MEGABYTES, inMegabytes, MOST_FILES, problemOf, type NewFile } from './files';

interface Props {
  /** Of a notice that is there already. */
  noticeId: string | null;
  kept: readonly FileView[];
  added: readonly NewFile[];
  onAdded: (files: readonly NewFile[]) => void;
  onRemoved: (fileId: string) => void;
}

interface LineProps {
  name: string;
  size: number;
  problem?: string | null;
  note?: string;
  isBusy?: boolean;
  onRemove: () => void;
}

function Line({ name, size, problem = null, note, isBusy = false, onRemove }: LineProps): ReactNode {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <li style={{ paddingBlock: token.paddingXXS }}>
      <Flex gap="small" align="center">
        <PaperClipOutlined aria-hidden />
        <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
        <Muted small>{inMegabytes(size)}</Muted>
        {note ? <Muted small>{note}</Muted> : null}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          loading={isBusy}
          aria-label={t('noticeForm.fileRemove', { name })}
          onClick={onRemove}
        />
      </Flex>
      {problem ? (
        <Typography.Text type="danger" role="alert">
          {problem}
        </Typography.Text>
      ) : null}
    </li>
  );
}

/** Attachments: limits are told before, and what stands against a file is told at it. */
export function FilesPanel({ noticeId, kept, added, onAdded, onRemoved }: Props) {
  const t = useT();
  const api = useApi();
  const input = useRef<HTMLInputElement>(null);
  const remove = useCommand(
    useCallback(
      async (fileId: string) => {
        if (noticeId) await api.notices.removeFile(noticeId, fileId);
        onRemoved(fileId);
      },
      [api, noticeId, onRemoved],
    ),
  );
  const limits = { size: FILE_MEGABYTES, total: ALL_MEGABYTES, count: MOST_FILES };
  const take = (files: readonly File[]) => {
    const next = files.reduce<readonly NewFile[]>((others, file) => {
      const problem = problemOf(file, kept, others);
      return [...others, { file, problem: problem && t(problem, limits) }];
    }, added);
    onAdded(next);
  };
  return (
    <Panel title={t('noticeForm.files')}>
      <Flex vertical gap="small" align="flex-start">
        <Muted small>{t('noticeForm.filesHint', limits)}</Muted>
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {kept.map(({ id, name, size }) => (
            <Line key={id} name={name} size={size} isBusy={remove.isRunning} onRemove={() => void remove.run(id)} />
          ))}
          {added.map(({ file, problem }, at) => (
            <Line
              key={at}
              name={file.name}
              size={file.size}
              problem={problem}
              note={problem ? undefined : t('noticeForm.fileWaits')}
              onRemove={() => onAdded(added.filter((_, index) => index !== at))}
            />
          ))}
        </ul>
        <FailureAlert failure={remove.failure} />
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPTED}
          hidden
          aria-label={t('noticeForm.fileAdd')}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
          {t('noticeForm.fileAdd')}
        </Button>
      </Flex>
    </Panel>
  );
}
