import { Alert } from 'antd';
import type { OpenedTask, TaskView } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant } from '../shared';

function useClosedSentence(task: TaskView): string | null {
  const t = useT();
  const { closed } = task;
  if (!closed) return null;
  const at = formatInstant(closed.at);
  if (task.status === 'cancelled' || !closed.by) return t('task.closedBySystem', { at });
  const by = closed.onBehalfOf ? t('person.onBehalfOf', { name: closed.by.name, other: closed.onBehalfOf.name }) : closed.by.name;
  return closed.outcomeName ? t('task.closedWith', { by, at, outcome: closed.outcomeName }) : t('task.closedBy', { by, at });
}

/** Says why a task cannot be decided here and now, or by whom in the end; nothing when it is the reader's own. */
export function TaskNotice({
  task,
  instance: { suspension },
  isRecordErased,
}: Pick<OpenedTask, 'task' | 'instance' | 'isRecordErased'>) {
  const t = useT();
  const closedSentence = useClosedSentence(task);
  if (closedSentence) {
    const kept = isRecordErased ? t('task.recordErased') : undefined;
    const note = task.isConfidential ? t(task.isCount ? 'task.countDone' : 'task.confidentialDone') : kept;
    return <Alert type="info" showIcon message={closedSentence} description={note} />;
  }
  if (suspension) return <Alert type="warning" showIcon message={t('task.suspended', { reason: suspension.reason })} />;
  if (task.may.complete && task.delegator) {
    return <Alert type="info" showIcon message={t('task.delegatedBy', { name: task.delegator.name })} />;
  }
  if (task.may.complete) {
    const note = t(task.isCount ? 'task.count' : 'task.confidential');
    return task.isConfidential ? <Alert type="info" showIcon message={note} /> : null;
  }
  if (task.may.claim) return <Alert type="info" showIcon message={t('task.claimFirst')} />;
  if (task.may.enterOnBehalf) return <Alert type="info" showIcon message={t('task.entersOnBehalf')} />;
  return (
    <Alert
      type="info"
      showIcon
      message={task.assignee ? t('task.heldBy', { name: task.assignee.name }) : t('task.heldByOthers')}
    />
  );
}
