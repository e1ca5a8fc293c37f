import { Alert, Form, Input } from 'antd';
import { useCallback } from 'react';
import { useApi, useCommand, type Failure } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

export interface PublishDialogProps {
  processKey: string;
  /** Of the draft. */
  number: number;
  /** Cases that go on with the versions before. */
  running: number;
  /** Parameters without which no case can start. */
  unconfirmed: number;
  onDone: () => void;
  onCancel: () => void;
}

interface FailedTest {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

interface PublishValues {
  readonly reason: string;
  readonly despiteTests?: string;
}

/** What the server says of kept tests that lead elsewhere now. */
const failedTests = (failure: Failure | null): readonly FailedTest[] =>
  failure?.code === 'tryOut.testsDiffer' ? (failure.data.tests as readonly FailedTest[]) : []; // data of this refusal

/** Publishes a draft with a note, and says before for whom it holds. */
export function PublishDialog({ processKey, number, running, unconfirmed, onDone, onCancel }: PublishDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, failure, ...state } = useCommand(
    useCallback((note: string, despite?: string) => api.processes.publish(processKey, note, despite), [api, processKey]),
  );
  const tests = failedTests(failure);
  return (
    <ActDialog<PublishValues>
      {...state}
      failure={tests.length > 0 ? null : failure}
      title={t('publish.title', { number })}
      consequence={
        <>
          {t('publish.consequence', { running })}
          {unconfirmed > 0 ? ` ${t('publish.unconfirmed', { count: unconfirmed })}` : null}
        </>
      }
      tone={unconfirmed > 0 ? 'warning' : 'info'}
      okText={t('publish.button')}
      reasonLabel={t('publish.note')}
      onOk={async ({ reason, despiteTests }) => {
        if (await run(reason, despiteTests?.trim())) onDone();
      }}
      onCancel={onCancel}
    >
      {tests.length > 0 ? <FailedTests tests={tests} /> : null}
    </ActDialog>
  );
}

/** Which kept tests lead elsewhere, and why it is to be published all the same. */
function FailedTests({ tests }: { tests: readonly FailedTest[] }) {
  const t = useT();
  const label = t('publish.despiteTests');
  return (
    <>
      <Form.Item>
        <Alert
          type="error"
          showIcon
          role="alert"
          message={t('publish.testsDiffer', { count: tests.length })}
          description={
            <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
              {tests.map(({ id, name, text }) => (
                <li key={id}>
                  <strong>{name}</strong> {text}
                </li>
              ))}
            </ul>
          }
        />
      </Form.Item>
      <Form.Item
        name="despiteTests"
        label={label}
        extra={t('publish.despiteTestsHint')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: label }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}
