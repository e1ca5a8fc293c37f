import { App, Form, Input, Modal } from 'antd';
import { useCallback } from 'react';
import type { KeptTestRow, TryOutPath } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { Choice, FailureAlert, Muted } from '../shared';

interface KeepDialogProps {
  readonly processKey: string;
  readonly path: TryOutPath;
  readonly tests: readonly KeptTestRow[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Values {
  readonly name: string;
  readonly test?: string;
}

const NEW = '';

/** 保留为测试: the path and where it leads run again before each publish. */
export function KeepDialog({ processKey, path, tests, onDone, onCancel }: KeepDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { run, isRunning, failure } = useCommand(
    useCallback(
      ({ name, test }: Values) => api.processes.keepTest(processKey, { name, path, test: test === NEW ? undefined : test }),
      [api, processKey, path],
    ),
  );
  const keep = async (values: Values) => {
    if (!(await run(values))) return;
    message.success(t('tryOut.kept'));
    onDone();
  };
  return (
    <Modal
      open
      title={t('tryOut.keep')}
      okText={t('tryOut.keep')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form form={form} layout="vertical" initialValues={{ test: NEW }} onFinish={(values) => void keep(values)}>
        {tests.length > 0 ? (
          <Form.Item name="test" label={t('tryOut.insteadOf')}>
            <Choice
              options={[{ value: NEW, label: t('tryOut.newTest') }, ...tests.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(id) => {
                const known = tests.find((test) => test.id === id);
                form.setFieldsValue({ test: id, ...(known ? { name: known.name } : {}) });
              }}
            />
          </Form.Item>
        ) : null}
        <Form.Item
          name="name"
          label={t('tryOut.testName')}
          rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('tryOut.testName') }) }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Muted small>{t('tryOut.keepHint', { steps: path.steps.length })}</Muted>
        <FailureAlert failure={failure} />
      </Form>
    </Modal>
  );
}
