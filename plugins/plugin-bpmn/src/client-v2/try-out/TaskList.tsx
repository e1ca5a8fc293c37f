import { Button, Flex, theme } from 'antd';
import type { TryOutTask, TryOutView } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant, Muted } from '../shared';

function DeadlineOf({ deadline }: { deadline: NonNullable<TryOutTask['deadline']> }) {
  const t = useT();
  return (
    <Muted small>
      {t('tryOut.dueAt', { at: formatInstant(deadline.dueAt), explanation: deadline.explanation })}
      {deadline.isProvisional ? t('deadline.provisional') : null}
      {deadline.steps.map(({ at, text }) => (
        <div key={`${at}${text}`}>
          {formatInstant(at)} {text}
        </div>
      ))}
    </Muted>
  );
}

function TaskCard({
  task,
  caseName,
  isWorking,
  onOpen,
}: {
  task: TryOutTask;
  caseName: string | null;
  isWorking: boolean;
  onOpen: () => void;
}) {
  const t = useT();
  const { token } = theme.useToken();
  const people = task.people.map(({ name }) => name).join(t('tryOut.comma'));
  const asked = people === '' ? t('tryOut.nobody') : people;
  return (
    <li style={{ border: `1px solid ${token.colorBorderSecondary}`, borderRadius: token.borderRadius, padding: token.paddingSM }}>
      <Flex vertical gap={token.marginXXS}>
        <Flex justify="space-between" gap="small" wrap align="baseline">
          <strong>{task.name}</strong>
          {caseName ? <Muted small>{caseName}</Muted> : null}
        </Flex>
        <div style={{ overflowWrap: 'anywhere' }}>
          {t('tryOut.asked', { people: asked })}
          {task.groups.length > 0 && task.groups.join() !== task.people.map(({ name }) => name).join() ? (
            <Muted small> {t('tryOut.byRule', { groups: task.groups.join(t('tryOut.comma')) })}</Muted>
          ) : null}
        </div>
        {task.deadline ? <DeadlineOf deadline={task.deadline} /> : null}
        <div>
          <Button
            type="primary"
            disabled={isWorking || task.people.length === 0}
            aria-label={t('tryOut.doTask', { name: task.name })}
            onClick={onOpen}
          >
            {t('tryOut.do')}
          </Button>
        </div>
      </Flex>
    </li>
  );
}

/** Open tasks with who would be asked today and until when. */
export function TaskList({
  view,
  isWorking,
  onOpen,
}: {
  view: TryOutView;
  isWorking: boolean;
  onOpen: (task: TryOutTask) => void;
}) {
  const t = useT();
  const names = new Map(view.cases.map(({ id, processName }) => [id, processName]));
  const main = view.cases[0];
  if (main && main.status !== 'running') return <div role="status">{t('tryOut.ended')}</div>;
  if (view.tasks.length === 0 && view.waiting.length === 0 && view.incidents.length === 0)
    return <Muted>{t('tryOut.nothing')}</Muted>;
  return (
    <ul aria-label={t('tryOut.now')} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {view.tasks.map((task) => (
        <TaskCard
          key={`${task.caseId} ${task.elementId} ${task.nth}`}
          task={task}
          caseName={task.caseId === main?.id ? null : (names.get(task.caseId) ?? null)}
          isWorking={isWorking}
          onOpen={() => onOpen(task)}
        />
      ))}
    </ul>
  );
}
