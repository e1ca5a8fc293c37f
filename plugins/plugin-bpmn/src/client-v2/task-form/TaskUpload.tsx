import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Spin, Upload, type UploadFile, type UploadProps } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useT } from '../i18n';
import { FileLink, Muted } from '../shared';
import type { UploadState } from './form-uploads';

/** A row of NocoBase's `attachments`. */
export interface StoredFile {
  readonly id: number | string;
  readonly title?: string | null;
  readonly filename?: string | null;
  readonly url?: string | null;
}

export const isStoredFile = (value: unknown): value is StoredFile => typeof value === 'object' && value !== null && 'id' in value;

export const storedFiles = (value: unknown): StoredFile[] => [value].flat().filter(isStoredFile);
export const fileName = ({ title, filename }: StoredFile): string => title || filename || '';

export interface TaskUploadProps {
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
  disabled?: boolean;
  multiple?: boolean;
  /** NocoBase's: knows the storage of the field and what it takes. */
  customRequest?: UploadProps['customRequest'];
  /** `key` tells the fields of a form apart. */
  onState: (key: string, state: UploadState) => void;
}

/** What is not in the value: files on their way, and those that did not arrive. */
type Pending = UploadFile<StoredFile>;

const stateOf = (pending: readonly Pending[]): UploadState => {
  if (pending.length === 0) return 'none';
  return pending.some(({ status }) => status === 'uploading') ? 'uploading' : 'failed';
};

interface LineProps {
  name: string;
  onRemove: (() => void) | null;
  children: ReactNode;
}

function Line({ name, onRemove, children }: LineProps) {
  const t = useT();
  return (
    <Flex gap="small" align="center">
      <span style={{ overflowWrap: 'anywhere', minWidth: 0 }}>{children}</span>
      {onRemove ? (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('task.removeFile', { name })}
          onClick={onRemove}
        />
      ) : null}
    </Flex>
  );
}

function PendingLine({ file, onRemove }: { file: Pending; onRemove: () => void }) {
  const t = useT();
  if (file.status === 'uploading') {
    return (
      <Line name={file.name} onRemove={onRemove}>
        <span role="status">
          <Spin size="small" /> {t('task.uploading', { name: file.name })}
        </span>
      </Line>
    );
  }
  const reason: unknown = file.error instanceof Error ? file.error.message : undefined;
  return (
    <Line name={file.name} onRemove={onRemove}>
      <span role="alert">{t('form.uploadFailed', { name: file.name })}</span>{' '}
      {typeof reason === 'string' ? <Muted small>{reason}</Muted> : null}
    </Line>
  );
}

function usePending({ value, onChange, multiple, onState }: TaskUploadProps) {
  const key = useId();
  const [pending, setPending] = useState<Pending[]>([]);
  const state = stateOf(pending);
  useEffect(() => onState(key, state), [key, onState, state]);
  useEffect(() => () => onState(key, 'none'), [key, onState]);
  const stored = storedFiles(value);
  const latest = useRef(stored); // two files may arrive before this renders again
  latest.current = stored;

  const set = (files: StoredFile[]) => {
    latest.current = files;
    onChange?.(multiple ? files : (files[0] ?? null));
  };
  /** antd tells of one file at a time, with all that it knows of. */
  const take: UploadProps<StoredFile>['onChange'] = ({ file, fileList }) => {
    if (file.status === 'done' && file.response) set(multiple ? [...latest.current, file.response] : [file.response]);
    setPending(fileList.filter(({ status }) => status === 'uploading' || status === 'error'));
  };
  const forget = ({ uid }: Pending) => setPending((files) => files.filter((file) => file.uid !== uid));
  const remove = ({ id }: StoredFile) => set(latest.current.filter((file) => file.id !== id));
  return { stored, pending, take, forget, remove };
}

/** Files of a field, with their names, removed and added by mouse and keyboard; NocoBase's own shows nameless pictures. */
export function TaskUpload(props: TaskUploadProps) {
  const t = useT();
  const { id, disabled = false, multiple = false, customRequest } = props;
  const { stored, pending, take, forget, remove } = usePending(props);
  const isFull = !multiple && stored.length + pending.length > 0;
  return (
    <Flex vertical gap="small" align="start">
      {stored.map((file) => (
        <Line key={file.id} name={fileName(file)} onRemove={disabled ? null : () => remove(file)}>
          <PaperClipOutlined aria-hidden /> <FileLink href={file.url ?? ''}>{fileName(file)}</FileLink>
        </Line>
      ))}
      {pending.map((file) => (
        <PendingLine key={file.uid} file={file} onRemove={() => forget(file)} />
      ))}
      {disabled && stored.length === 0 ? <Muted>{t('form.noFiles')}</Muted> : null}
      {disabled || isFull ? null : (
        <Upload<StoredFile>
          id={id}
          multiple={multiple}
          showUploadList={false}
          fileList={pending}
          customRequest={customRequest}
          onChange={take}
        >
          <Button size="small" icon={<UploadOutlined aria-hidden />}>
            {t('task.upload')}
          </Button>
        </Upload>
      )}
    </Flex>
  );
}
