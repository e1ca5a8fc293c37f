import { App, Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { TaskView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, type TextKey } from '../i18n';
import { FailureAlert } from '../shared';
import { HandOverDialog, ReturnDialog, type TaskAct } from './TaskDialogs';

const DONE_TEXT: Record<TaskAct, TextKey> = {
  transfer: 'task.transferred',
  delegate: 'task.delegated',
  returnTo: 'task.returned',
};

export interface TaskActionsProps {
  task: TaskView;
  /** The task is still here, but changed. */
  onChanged: () => void;
  /** The reader no longer holds it. */
  onGone: () => void;
}

function useClaiming(task: TaskView, onChanged: () => void) {
  const api = useApi();
  const { run, ...state } = useCommand(useCallback((act: 'claim' | 'unclaim') => api.tasks[act](task.id), [api, task.id]));
  const change = async (act: 'claim' | 'unclaim') => {
    if (await run(act)) onChanged();
  };
  return { change, ...state };
}

/** What can be done with a task besides deciding it. */
export function TaskActions({ task, onChanged, onGone }: TaskActionsProps) {
  const t = useT();
  const { message } = App.useApp();
  const [act, setAct] = useState<TaskAct | null>(null);
  const claiming = useClaiming(task, onChanged);
  const { may } = task;
  const close = () => setAct(null);
  const done = (which: TaskAct) => {
    close();
    message.success(t(DONE_TEXT[which]));
    onGone();
  };
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap>
        {may.claim ? (
          <Button
            type={may.complete ? 'default' : 'primary'}
            loading={claiming.isRunning}
            onClick={() => void claiming.change('claim')}
            title={t('task.claimHint')}
          >
            {t('task.claim')}
          </Button>
        ) : null}
        {may.unclaim ? (
          <Button loading={claiming.isRunning} onClick={() => void claiming.change('unclaim')} title={t('task.unclaimHint')}>
            {t('task.unclaim')}
          </Button>
        ) : null}
        {may.transfer ? <Button onClick={() => setAct('transfer')}>{t('task.transfer')}</Button> : null}
        {may.delegate ? <Button onClick={() => setAct('delegate')}>{t('task.delegate')}</Button> : null}
        {may.returnTo && task.returnTargets.length > 0 ? (
          <Button onClick={() => setAct('returnTo')}>{t('task.returnTo')}</Button>
        ) : null}
      </Flex>
      <FailureAlert failure={claiming.failure} />
      {act === 'transfer' || act === 'delegate' ? <HandOverDialog task={task} act={act} onDone={done} onCancel={close} /> : null}
      {act === 'returnTo' ? <ReturnDialog task={task} onDone={done} onCancel={close} /> : null}
    </Flex>
  );
}
