import { Alert, Drawer, Flex, Form, Input } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { OutcomeView, TryOutPath, TryOutRefusal, TryOutStep, TryOutTask } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { Choice, Loaded, Muted, ROOM_BELOW_PX, useIsPhone } from '../shared';
import { TaskForm, type TaskFormHandle, type TaskFormStatus } from '../taskFormDoor';
import { ReturnButton } from './GoingBack';
import { OutcomeButtons } from './OutcomeButtons';

interface TaskDrawerProps {
  readonly processKey: string;
  readonly path: TryOutPath;
  readonly task: TryOutTask;
  readonly refusal: TryOutRefusal | null;
  readonly isWorking: boolean;
  readonly onStep: (step: TryOutStep) => Promise<void>;
  readonly onClose: () => void;
}

const WIDTH = 900;

/** Does a task as one of those who would be asked: with its form, an opinion and an outcome. */
export function TaskDrawer({ processKey, path, task, refusal, isWorking, onStep, onClose }: TaskDrawerProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const form = useRef<TaskFormHandle | null>(null);
  const [byId, setById] = useState(task.people[0]?.id ?? 0);
  const [formStatus, setFormStatus] = useState<TaskFormStatus>(task.hasForm ? 'loading' : 'ready');
  const [opinion, setOpinion] = useState('');
  const [isOpinionMissing, setIsOpinionMissing] = useState(false);
  const press = async (outcome: OutcomeView) => {
    const isMissing = outcome.requiresOpinion && opinion.trim() === '';
    setIsOpinionMissing(isMissing);
    if (isMissing) return;
    if (form.current && !outcome.skipsRequired && !(await form.current.validate())) return;
    const { caseId, elementId, nth } = task;
    const data = form.current?.values() ?? {};
    await onStep({ kind: 'complete', caseId, elementId, nth, outcome: outcome.key, opinion, data, byId });
  };
  return (
    <Drawer open title={task.name} width={isPhone ? '100%' : WIDTH} onClose={onClose}>
      <Flex vertical gap="middle" style={{ paddingBottom: ROOM_BELOW_PX }}>
        <Form layout="vertical">
          <Form.Item label={t('tryOut.doneBy')} style={{ marginBottom: 0 }}>
            <Choice
              options={task.people.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(byId)}
              onChange={(value) => setById(Number(value))}
            />
          </Form.Item>
        </Form>
        {task.hasForm ? (
          <TriedForm processKey={processKey} path={path} task={task} formRef={form} onStatus={setFormStatus} />
        ) : null}
        <Form layout="vertical">
          <Form.Item
            label={t('task.opinion')}
            validateStatus={isOpinionMissing ? 'error' : undefined}
            help={isOpinionMissing ? <span role="alert">{t('task.opinionMissing')}</span> : undefined}
            style={{ marginBottom: 0 }}
          >
            <Input.TextArea
              aria-label={t('task.opinion')}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
            />
          </Form.Item>
        </Form>
        {refusal ? <Alert type="error" showIcon role="alert" message={t('tryOut.refused')} description={refusal.text} /> : null}
        <OutcomeButtons
          outcomes={task.outcomes}
          isWorking={isWorking || formStatus === 'loading'}
          onPress={(outcome) => void press(outcome)}
        />
        <div>
          <ReturnButton task={task} byId={byId} isWorking={isWorking} onStep={onStep} />
        </div>
        <Muted small>{t('tryOut.nothingIsSent')}</Muted>
      </Flex>
    </Drawer>
  );
}

interface TriedFormProps extends Pick<TaskDrawerProps, 'processKey' | 'path' | 'task'> {
  readonly formRef: React.RefObject<TaskFormHandle | null>;
  readonly onStatus: (status: TaskFormStatus) => void;
}

function TriedForm({ processKey, path, task: { caseId, elementId, nth }, formRef, onStatus }: TriedFormProps) {
  const api = useApi();
  const t = useT();
  const place = useMemo(() => ({ caseId, elementId, nth }), [caseId, elementId, nth]);
  // the form stays the one of the path with which it was opened
  const opened = useRef(path);
  const query = useQuery(
    useCallback(() => api.processes.tryOutForm(processKey, opened.current, place), [api, processKey, place]),
  );
  const options = useCallback(
    (field: string, search: string) => api.processes.tryOutOptions(processKey, { path: opened.current, place, field, search }),
    [api, processKey, place],
  );
  return (
    <>
      <Muted small>{t('tryOut.filesHint')}</Muted>
      <Loaded query={query}>
        {({ formTree, contract, record }) => (
          <TaskForm
            ref={formRef}
            opened={{ task: { id: `${caseId} ${elementId} ${nth}` }, formTree, contract, record }}
            draft={null}
            onStatus={onStatus}
            options={options}
          />
        )}
      </Loaded>
    </>
  );
}
