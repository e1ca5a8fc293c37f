import { Form, Input, Modal, Select } from 'antd';
import { useCallback } from 'react';
import type { NewRecordField } from '../../../common/api';
import { useApi, useCommand } from '../../api';
import { useT } from '../../i18n';
import { FailureAlert } from '../../shared';

const KINDS = ['text', 'longText', 'number', 'date', 'boolean', 'choice', 'person', 'files'] as const;
const TITLE_LIMIT = 100;

interface Values {
  title: string;
  kind: NewRecordField['kind'];
  options?: string;
}

/** A field that the record does not have yet: what it is called and what is filled in. */
export function AddFieldDialog({
  processKey,
  onAdded,
  onCancel,
}: {
  processKey: string;
  onAdded: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const api = useApi();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const { run, isRunning, failure } = useCommand(
    useCallback((field: NewRecordField) => api.processes.addField(processKey, field), [api, processKey]),
  );
  const add = async ({ title, kind: chosen, options }: Values) => {
    const lines = chosen === 'choice' ? (options ?? '').split('\n').filter((line) => line.trim() !== '') : undefined;
    if (await run({ title: title.trim(), kind: chosen, options: lines })) onAdded();
  };
  return (
    <Modal
      open
      title={t('form.addField')}
      okText={t('form.addFieldOk')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form<Values> form={form} layout="vertical" initialValues={{ kind: 'text' }} onFinish={(values) => void add(values)}>
        <Form.Item
          name="title"
          label={t('form.fieldTitle')}
          rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('form.fieldTitle') }) }]}
        >
          <Input maxLength={TITLE_LIMIT} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={t('form.fieldKind')} extra={t('form.addFieldHint')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`form.fieldKind.${value}`) }))} />
        </Form.Item>
        {kind === 'choice' ? (
          <Form.Item
            name="options"
            label={t('form.fieldOptions')}
            extra={t('form.fieldOptionsHint')}
            rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('form.fieldOptions') }) }]}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
        ) : null}
        {failure ? <FailureAlert failure={failure} /> : null}
      </Form>
    </Modal>
  );
}
