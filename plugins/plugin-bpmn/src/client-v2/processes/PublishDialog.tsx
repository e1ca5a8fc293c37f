import { Alert, Checkbox, Flex, Form, Input, Skeleton } from 'antd';
import { useCallback } from 'react';
import type { Problem } from '../../common/api';
import { useApi, useCommand, useQuery, type Failure } from '../api';
import { useT } from '../i18n';
import { ActDialog, type ActValues } from '../shared';
import { AskDialog, WhoChanged } from './AskDialog';
import { ProblemList } from './ProblemList';

export interface PublishDialogProps {
  processKey: string;
  /** Of the draft. */
  number: number;
  /** Cases that go on with the versions before. */
  running: number;
  /** Parameters without which no case can start. */
  unconfirmed: number;
  /** Leads to an element, where the drawing is at hand. */
  onShow?: (elementId: string) => void;
  onDone: () => void;
  onCancel: () => void;
}

interface FailedTest {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What the server says of kept tests that lead elsewhere now. */
const failedTests = (failure: Failure | null): readonly FailedTest[] =>
  failure?.code === 'tryOut.testsDiffer' ? (failure.data.tests as readonly FailedTest[]) : []; // data of this refusal

interface PublishValues extends ActValues {
  hasSeen?: boolean;
  despiteTests?: string;
}

const ROOM_PX = 220;

/** What the check found: errors keep the draft from being published, warnings have to be looked at. */
function Checked({ problems, onShow }: { problems: Problem[]; onShow?: (elementId: string) => void }) {
  const t = useT();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (problems.length === 0) return null;
  const [type, shown, title] =
    errors.length > 0
      ? (['error', errors, t('publish.blocked', { count: errors.length })] as const)
      : (['warning', problems, t('publish.warned', { count: problems.length })] as const);
  return (
    <Form.Item>
      <Alert
        type={type}
        showIcon
        message={title}
        description={
          <Flex vertical style={{ maxHeight: ROOM_PX, overflowY: 'auto' }} tabIndex={0} role="group" aria-label={title}>
            <ProblemList problems={[...shown]} selected={null} onSelect={onShow} />
          </Flex>
        }
      />
    </Form.Item>
  );
}

/** Publishes a draft with a note, after a check of everything that goes with it, and says before for whom it holds. */
export function PublishDialog({ processKey, number, running, unconfirmed, onShow, onDone, onCancel }: PublishDialogProps) {
  const t = useT();
  const api = useApi();
  const checked = useQuery(useCallback(() => api.processes.check(processKey), [api, processKey]));
  const publishing = useQuery(useCallback(() => api.processes.publishing(processKey), [api, processKey]));
  const seen = publishing.status === 'ready' ? publishing.data?.seen : undefined;
  const { run, failure, ...state } = useCommand(
    useCallback(
      (note: string, despiteTests?: string) => api.processes.publish(processKey, { note, despiteTests, seen }),
      [api, processKey, seen],
    ),
  );
  const tests = failedTests(failure);
  const problems = checked.status === 'ready' ? checked.data : [];
  const isBlocked =
    checked.status !== 'ready' || publishing.status === 'loading' || problems.some(({ severity }) => severity === 'error');
  if (publishing.status === 'ready' && publishing.data?.mustAsk)
    return <AskDialog processKey={processKey} number={number} state={publishing.data} onDone={onCancel} onCancel={onCancel} />;
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
      isBlocked={isBlocked}
      reasonLabel={t('publish.note')}
      onOk={async ({ reason, despiteTests }) => {
        if (await run(reason, despiteTests?.trim())) onDone();
      }}
      onCancel={onCancel}
    >
      {tests.length > 0 ? <FailedTests tests={tests} /> : null}
      {checked.status === 'loading' ? <Skeleton active aria-label={t('publish.checking')} paragraph={{ rows: 1 }} /> : null}
      {checked.status === 'failed' ? <Alert type="error" showIcon role="alert" message={t('publish.checkFailed')} /> : null}
      <WhoChanged publishing={publishing} />
      <Checked problems={problems} onShow={onShow} />
      {problems.length > 0 && !isBlocked ? (
        <Form.Item
          name="hasSeen"
          valuePropName="checked"
          rules={[
            { validator: (_, isTicked) => (isTicked ? Promise.resolve() : Promise.reject(new Error(t('publish.seeWarnings')))) },
          ]}
        >
          <Checkbox>{t('publish.warningsSeen')}</Checkbox>
        </Form.Item>
      ) : null}
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
