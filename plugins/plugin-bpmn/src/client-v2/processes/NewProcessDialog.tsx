import { Alert, Form, Input, Modal } from 'antd';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { failureText } from '../shared';

const NAME_LIMIT = 100;

/** Asks for the name of a process that is not there yet, and goes on to draw it. */
export function NewProcessDialog({ onCancel }: { onCancel: () => void }) {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ name: string }>();
  const { run, isRunning, failure } = useCommand(useCallback((name: string) => api.processes.draw(name), [api]));
  const draw = async ({ name }: { name: string }) => {
    const drawn = await run(name);
    if (drawn) navigate(paths.design(drawn.value.processKey));
  };
  return (
    <Modal
      open
      title={t('designer.newProcess')}
      okText={t('designer.startDrawing')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void draw(values)}>
        <Form.Item
          name="name"
          label={t('designer.processName')}
          extra={t('designer.newProcessHint')}
          rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('designer.processName') }) }]}
        >
          <Input maxLength={NAME_LIMIT} autoFocus />
        </Form.Item>
        {failure ? <Alert type="error" showIcon role="alert" message={failureText(failure, t)} /> : null}
      </Form>
    </Modal>
  );
}
