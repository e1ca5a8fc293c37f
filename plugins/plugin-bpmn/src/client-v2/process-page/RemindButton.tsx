import { BellOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useCallback } from 'react';
import type { WaitingReason } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, formatInstant, Muted, type ActValues } from '../shared';
import { whoActs } from './waiting';

export type WaitingTask = Extract<WaitingReason, { kind: 'task' }>;

interface RemindDialogProps {
  reason: WaitingTask;
  onChanged: () => void;
  onClose: () => void;
}

/** Says how often that is possible, and takes a note along. */
export function RemindDialog({ reason, onChanged, onClose }: RemindDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const remind = useCallback(
    ({ reason: words }: ActValues) => api.tasks.remind(reason.taskId, { message: words }),
    [api, reason.taskId],
  );
  const { run, ...state } = useCommand(remind);
  const who = whoActs(reason.people, reason.groups, t);
  return (
    <ActDialog
      {...state}
      title={t('remind.button')}
      consequence={t('remind.consequence', { who, count: reason.remindersLeft })}
      okText={t('remind.button')}
      isReasonRequired={false}
      reasonLabel={t('case.ccNote')}
      onOk={async (values) => {
        if (!(await run(values))) return;
        message.success(t('remind.done'));
        onClose();
        onChanged();
      }}
      onCancel={onClose}
    />
  );
}

/** When the next one is possible, or that there is none. */
function useLimit({ remindersLeft, mayRemindFrom, remindedAt }: WaitingTask): string | null {
  const t = useT();
  if (remindersLeft === 0) return t('remind.last');
  if (mayRemindFrom !== null) return t('remind.nextAt', { at: formatInstant(mayRemindFrom) });
  return remindedAt === null ? null : t('remind.before', { at: formatInstant(remindedAt) });
}

/** 催办, for who may: few and counted; says when the next one is possible. */
export function RemindButton({ reason, onPress }: { reason: WaitingTask; onPress: () => void }) {
  const t = useT();
  const limit = useLimit(reason);
  return (
    <>
      {reason.mayRemind ? (
        <Button size="small" icon={<BellOutlined aria-hidden />} onClick={onPress}>
          {t('remind.button')}
        </Button>
      ) : null}{' '}
      {limit ? <Muted small>{limit}</Muted> : null}
    </>
  );
}
