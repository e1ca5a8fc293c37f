import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Spin, Upload } from 'antd';
import type { FileRef } from '../../common/api';
import { useT } from '../i18n';
import { DateTime, FailureAlert, FileLink, Muted, Panel } from '../shared';
import type { TaskFiles } from './useTaskFiles';

const KB = 1024;
const sizeInWords = (bytes: number) =>
  bytes >= KB * KB ? `${(bytes / KB / KB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KB))} KB`;

function FileLine({ file, onRemove }: { file: FileRef; onRemove: (() => void) | null }) {
  const t = useT();
  return (
    <Flex gap="small" align="baseline" justify="space-between">
      <span style={{ overflowWrap: 'anywhere' }}>
        <PaperClipOutlined aria-hidden /> <FileLink href={file.url}>{file.title}</FileLink>{' '}
        <Muted small>
          {sizeInWords(file.sizeInBytes)} · {file.uploadedBy?.name ?? t('person.system')} · <DateTime at={file.uploadedAt} />
        </Muted>
      </span>
      {onRemove ? (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('task.removeFile', { name: file.title })}
          onClick={onRemove}
        />
      ) : null}
    </Flex>
  );
}

/** The case's attachments; the holder may add some and take back what was not submitted yet. */
export function TaskFilesPanel({ taskFiles, canAdd }: { taskFiles: TaskFiles; canAdd: boolean }) {
  const t = useT();
  const { files, uploading, failure, upload, remove } = taskFiles;
  return (
    <Panel
      title={t('task.files')}
      extra={
        canAdd ? (
          <Upload
            multiple
            showUploadList={false}
            beforeUpload={(file) => {
              void upload(file);
              return false;
            }}
          >
            <Button size="small" icon={<UploadOutlined aria-hidden />}>
              {t('task.upload')}
            </Button>
          </Upload>
        ) : null
      }
    >
      <Flex vertical gap="small">
        {files.map((file) => (
          <FileLine key={file.id} file={file} onRemove={canAdd && file.isPending ? () => void remove(file) : null} />
        ))}
        {uploading.map((name, index) => (
          <span key={`${index}-${name}`} role="status">
            <Spin size="small" /> {t('task.uploading', { name })}
          </span>
        ))}
        {files.length === 0 && uploading.length === 0 ? <Muted>{t('task.noFiles')}</Muted> : null}
        <FailureAlert failure={failure} />
      </Flex>
    </Panel>
  );
}
