import { Form } from 'antd';
import { useCallback } from 'react';
import type { TaskView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, Choice, PersonPicker, type ActValues } from '../shared';

interface DialogProps {
  task: TaskView;
  onDone: () => void;
  onCancel: () => void;
}

/** 加签: one more person does the step. */
export function AddPersonDialog({ task, onDone, onCancel }: DialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(
      ({ person, reason }: ActValues) =>
        person === undefined ? Promise.resolve() : api.tasks.addPerson(task.id, { to: person, reason }),
      [api, task.id],
    ),
  );
  return (
    <ActDialog
      {...state}
      title={t('task.addPerson')}
      consequence={t('task.addPersonConsequence')}
      okText={t('task.addPerson')}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="person"
        label={t('task.addPersonWho')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('task.addPersonWho') }) }]}
      >
        <PersonPicker label={t('task.addPersonWho')} purpose="transfer" taskId={task.id} />
      </Form.Item>
    </ActDialog>
  );
}

/** 减签: somebody who has not done the step is taken out of it. */
export function RemovePersonDialog({ task, onDone, onCancel }: DialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(
      ({ target, reason }: ActValues) =>
        target === undefined ? Promise.resolve() : api.tasks.removePerson(task.id, { taskId: target, reason }),
      [api, task.id],
    ),
  );
  const open = task.others.filter(({ isDone }) => !isDone);
  return (
    <ActDialog
      {...state}
      title={t('task.removePerson')}
      consequence={t('task.removePersonConsequence')}
      tone="warning"
      okText={t('task.removePerson')}
      isDanger
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="target"
        label={t('task.removePersonWho')}
        initialValue={open.length === 1 ? open[0]?.taskId : undefined}
        rules={[{ required: true, message: t('common.fillIn', { name: t('task.removePersonWho') }) }]}
      >
        <Choice options={open.map(({ taskId, person }) => ({ value: taskId, label: person?.name ?? '' }))} />
      </Form.Item>
    </ActDialog>
  );
}
