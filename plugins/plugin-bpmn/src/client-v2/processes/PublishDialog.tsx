import { Alert, Checkbox, Flex, Form, Skeleton } from 'antd';
import { useCallback } from 'react';
import type { Problem } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { ActDialog, type ActValues } from '../shared';
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

interface PublishValues extends ActValues {
  hasSeen?: boolean;
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
  const { run, ...state } = useCommand(useCallback((note: string) => api.processes.publish(processKey, note), [api, processKey]));
  const problems = checked.status === 'ready' ? checked.data : [];
  const isBlocked = checked.status !== 'ready' || problems.some(({ severity }) => severity === 'error');
  return (
    <ActDialog<PublishValues>
      {...state}
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
      onOk={async ({ reason }) => {
        if (await run(reason)) onDone();
      }}
      onCancel={onCancel}
    >
      {checked.status === 'loading' ? <Skeleton active aria-label={t('publish.checking')} paragraph={{ rows: 1 }} /> : null}
      {checked.status === 'failed' ? <Alert type="error" showIcon role="alert" message={t('publish.checkFailed')} /> : null}
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
