import { App, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback } from 'react';
import type { StopClockBody, TaskView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

interface ClockDialogProps {
  task: TaskView;
  onDone: () => void;
  onCancel: () => void;
}

interface StopValues {
  reason: string;
  until?: Dayjs | null;
}

/** 暂停计时: the deadline waits as long as the applicant is waited for. */
export function StopClockDialog({ task: { id, latestResumeDay }, onDone, onCancel }: ClockDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(useCallback((body: StopClockBody) => api.tasks.stopClock(id, body), [api, id]));
  const latest = latestResumeDay ?? '';
  const isOutside = useCallback(
    (day: Dayjs) => !day.isAfter(dayjs(), 'day') || (latest !== '' && day.isAfter(dayjs(latest), 'day')),
    [latest],
  );
  return (
    <ActDialog<StopValues>
      {...state}
      title={t('task.stopClock')}
      consequence={t('task.stopClockConsequence', { latest })}
      okText={t('task.stopClock')}
      reasonLabel={t('task.stopClockReason')}
      onOk={async ({ reason, until }) => {
        const body = until ? { reason, until: until.format('YYYY-MM-DD') } : { reason };
        if (!(await run(body))) return;
        message.success(t('task.clockStopped'));
        onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item name="until" label={t('task.stopClockUntil')} extra={t('task.stopClockUntilHint', { latest })}>
        <DatePicker style={{ width: '100%' }} disabledDate={isOutside} />
      </Form.Item>
    </ActDialog>
  );
}

/** 恢复计时: what was left of the time goes on from today. */
export function ResumeClockDialog({ task: { id }, onDone, onCancel }: ClockDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(useCallback(() => api.tasks.resumeClock(id), [api, id]));
  return (
    <ActDialog
      {...state}
      title={t('task.resumeClock')}
      consequence={t('task.resumeClockConsequence')}
      okText={t('task.resumeClock')}
      isReasonAsked={false}
      onOk={async () => {
        if (!(await run())) return;
        message.success(t('task.clockResumed'));
        onDone();
      }}
      onCancel={onCancel}
    />
  );
}
