import { Form, Modal, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useApi, useCommand } from '../../api';
import { useT } from '../../i18n';
import { FailureAlert, Muted } from '../../shared';
import type { NamedPart } from '../settings';

/** Another task whose form is taken over. */
export function CopyFormDialog({
  processKey,
  task,
  others,
  replaces,
  onCopied,
  onCancel,
}: {
  processKey: string;
  task: NamedPart;
  /** Tasks that have a form. */
  others: readonly NamedPart[];
  /** There is a form that will be gone. */
  replaces: boolean;
  onCopied: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const api = useApi();
  const [from, setFrom] = useState<string>();
  const { run, isRunning, failure } = useCommand(
    useCallback((source: string) => api.processes.copyForm(processKey, task.id, source), [api, processKey, task.id]),
  );
  const copy = async () => {
    if (from !== undefined && (await run(from))) onCopied();
  };
  return (
    <Modal
      open
      title={t('form.copyTitle', { name: task.name })}
      okText={t('form.copyOk')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning, disabled: from === undefined, danger: replaces }}
      onOk={() => void copy()}
      onCancel={onCancel}
    >
      <Form layout="vertical">
        <Form.Item
          label={t('form.copyFrom')}
          htmlFor="wuxin-copy-form-from"
          extra={replaces ? t('form.copyReplaces') : undefined}
        >
          <Select<string>
            id="wuxin-copy-form-from"
            value={from}
            onChange={setFrom}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t('designer.choose')}
            notFoundContent={<Muted>{t('form.copyNone')}</Muted>}
          />
        </Form.Item>
        {failure ? <FailureAlert failure={failure} /> : null}
      </Form>
    </Modal>
  );
}
