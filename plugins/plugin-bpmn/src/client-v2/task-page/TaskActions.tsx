import { Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { TaskView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, type TextKey } from '../i18n';
import { FailureAlert, Muted } from '../shared';
import { ResumeClockDialog, StopClockDialog } from './ClockDialogs';
import { AddPersonDialog, RemovePersonDialog } from './StepPeopleDialogs';
import { HandOverDialog, ReturnDialog, type TaskAct } from './TaskDialogs';

const DONE_TEXT: Record<TaskAct, { title: TextKey; more: TextKey }> = {
  transfer: { title: 'task.transferred', more: 'task.transferredHint' },
  delegate: { title: 'task.delegated', more: 'task.delegateConsequence' },
  returnTo: { title: 'task.returned', more: 'task.returnedHint' },
};

/** What was done with a task, in words. */
export interface DoneWords {
  title: string;
  more: string | null;
}

export interface TaskActionsProps {
  task: TaskView;
  /** The task is still here, but changed. */
  onChanged: () => void;
  /** The reader no longer holds it. */
  onGone: (words: DoneWords) => void;
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
  const [act, setAct] = useState<TaskAct | 'addPerson' | 'removePerson' | 'stopClock' | 'resumeClock' | null>(null);
  const claiming = useClaiming(task, onChanged);
  const { may } = task;
  const close = () => setAct(null);
  const changed = () => {
    close();
    onChanged();
  };
  const done = (which: TaskAct) => {
    close();
    onGone({ title: t(DONE_TEXT[which].title), more: t(DONE_TEXT[which].more) });
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
        {may.stopClock ? <Button onClick={() => setAct('stopClock')}>{t('task.stopClock')}</Button> : null}
        {may.resumeClock ? <Button onClick={() => setAct('resumeClock')}>{t('task.resumeClock')}</Button> : null}
        {may.addPerson ? <Button onClick={() => setAct('addPerson')}>{t('task.addPerson')}</Button> : null}
        {may.removePerson ? <Button onClick={() => setAct('removePerson')}>{t('task.removePerson')}</Button> : null}
      </Flex>
      <Others task={task} />
      <FailureAlert failure={claiming.failure} />
      {act === 'transfer' || act === 'delegate' ? <HandOverDialog task={task} act={act} onDone={done} onCancel={close} /> : null}
      {act === 'returnTo' ? <ReturnDialog task={task} onDone={done} onCancel={close} /> : null}
      {act === 'stopClock' ? <StopClockDialog task={task} onDone={changed} onCancel={close} /> : null}
      {act === 'resumeClock' ? <ResumeClockDialog task={task} onDone={changed} onCancel={close} /> : null}
      {act === 'addPerson' ? <AddPersonDialog task={task} onDone={changed} onCancel={close} /> : null}
      {act === 'removePerson' ? <RemovePersonDialog task={task} onDone={changed} onCancel={close} /> : null}
    </Flex>
  );
}

/** Who does a step that several do, besides the reader. */
function Others({ task: { others } }: Pick<TaskActionsProps, 'task'>) {
  const t = useT();
  if (others.length === 0) return null;
  const names = others.map(({ person, isDone }) => t(isDone ? 'task.otherDone' : 'task.otherOpen', { name: person?.name ?? '' }));
  return <Muted small>{t('task.others', { names: names.join(t('common.listSeparator')) })}</Muted>;
}
