import { Form } from 'antd';
import { useCallback } from 'react';
import type { TaskView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, type TextKey } from '../i18n';
import { ActDialog, Choice, PersonPicker, type ActValues } from '../shared';

export type TaskAct = 'transfer' | 'delegate' | 'returnTo';

interface TaskDialogProps {
  task: TaskView;
  onDone: (act: TaskAct) => void;
  onCancel: () => void;
}

const HAND_OVER_TEXT: Record<'transfer' | 'delegate', { title: TextKey; consequence: TextKey }> = {
  transfer: { title: 'task.transfer', consequence: 'task.transferConsequence' },
  delegate: { title: 'task.delegate', consequence: 'task.delegateConsequence' },
};

/** 转办 gives the task away, 委派 lends it. */
export function HandOverDialog({ task, act, onDone, onCancel }: TaskDialogProps & { act: 'transfer' | 'delegate' }) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(
      ({ person, reason }: ActValues) =>
        person === undefined ? Promise.resolve() : api.tasks[act](task.id, { to: person, reason }),
      [api, act, task.id],
    ),
  );
  const text = HAND_OVER_TEXT[act];
  return (
    <ActDialog
      {...state}
      title={t(text.title)}
      consequence={t(text.consequence)}
      okText={t(text.title)}
      onOk={async (values) => {
        if (await run(values)) onDone(act);
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="person"
        label={t('task.handOverTo')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('task.handOverTo') }) }]}
      >
        <PersonPicker label={t('task.handOverTo')} purpose={act} taskId={task.id} />
      </Form.Item>
    </ActDialog>
  );
}

/** 退回: the case goes back to a step that it has been at. */
export function ReturnDialog({ task, onDone, onCancel }: TaskDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(
      ({ target, reason }: ActValues) =>
        target === undefined ? Promise.resolve() : api.tasks.returnTo(task.id, { elementId: target, reason }),
      [api, task.id],
    ),
  );
  return (
    <ActDialog
      {...state}
      title={t('task.returnTo')}
      consequence={t('task.returnConsequence')}
      tone="warning"
      okText={t('task.returnTo')}
      isDanger
      onOk={async (values) => {
        if (await run(values)) onDone('returnTo');
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="target"
        label={t('task.returnTarget')}
        initialValue={task.returnTargets.length === 1 ? task.returnTargets[0]?.elementId : undefined}
        rules={[{ required: true, message: t('common.fillIn', { name: t('task.returnTarget') }) }]}
      >
        <Choice options={task.returnTargets.map(({ elementId, elementName }) => ({ value: elementId, label: elementName }))} />
      </Form.Item>
    </ActDialog>
  );
}
