import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Reminded, WaitingReason } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert, formatInstant, Muted } from '../shared';

type WaitingTask = Extract<WaitingReason, { kind: 'task' }>;

/** 催办: few and counted; says when the next one is allowed. */
export function RemindButton({ reason }: { reason: WaitingTask }) {
  const t = useT();
  const api = useApi();
  const [reminded, setReminded] = useState<Reminded | null>(null);
  const { run, isRunning, failure } = useCommand(useCallback(() => api.tasks.remind(reason.taskId, {}), [api, reason.taskId]));
  const remind = async () => {
    const answer = await run();
    if (answer) setReminded(answer.value);
  };
  if (reminded) {
    return (
      <span role="status">
        {t('remind.done')}{' '}
        <Muted small>
          {reminded.nextAllowedAt ? t('remind.nextAt', { at: formatInstant(reminded.nextAllowedAt) }) : t('remind.last')}
        </Muted>
      </span>
    );
  }
  if (!reason.mayRemind) {
    return reason.mayRemindFrom ? <Muted small>{t('remind.nextAt', { at: formatInstant(reason.mayRemindFrom) })}</Muted> : null;
  }
  return (
    <>
      <Button size="small" icon={<BellOutlined aria-hidden />} loading={isRunning} onClick={() => void remind()}>
        {t('remind.button')}
      </Button>{' '}
      {reason.remindedAt ? <Muted small>{t('remind.before', { at: formatInstant(reason.remindedAt) })}</Muted> : null}
      <FailureAlert failure={failure} />
    </>
  );
}
