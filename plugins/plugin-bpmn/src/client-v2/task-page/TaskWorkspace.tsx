import { Col, Flex, Row } from 'antd';
import type { OpenedTask, OutcomeView } from '../../common/api';
import { useT } from '../i18n';
import { HistoryTimeline, LeaveGuard, Panel } from '../shared';
import { TaskForm } from '../taskFormDoor';
import { EntryPanel } from './EntryPanel';
import { OpinionPanel } from './OpinionPanel';
import { OutcomeBar } from './OutcomeBar';
import { TaskActions, type DoneWords } from './TaskActions';
import { TaskFilesPanel } from './TaskFilesPanel';
import { TaskHead } from './TaskHead';
import { TaskNotice } from './TaskNotice';
import { useTaskWork, type TaskWork } from './useTaskWork';

export interface TaskWorkspaceProps {
  opened: OpenedTask;
  onDone: (outcome: OutcomeView) => void;
  onChanged: () => void;
  onGone: (words: DoneWords) => void;
}

// NocoBase's forms bring elements with a fixed position along; kept inside, they cannot lengthen the host's page, which
// would then be scrolled out of its frame when a field is brought into sight.
const FORM_FRAME = { contain: 'layout' } as const;

function TaskFormPanel({ opened, work }: { opened: OpenedTask; work: TaskWork }) {
  const t = useT();
  if (!opened.formTree) return null;
  return (
    <Panel title={t('task.form')}>
      <div style={FORM_FRAME}>
        <TaskForm
          ref={work.form}
          opened={opened}
          draft={opened.draft?.data ?? null}
          isReadOnly={!mayDecide(opened)}
          onChange={work.draft.touch}
          onStatus={work.setFormStatus}
          onUploads={work.setFormUploads}
        />
      </div>
    </Panel>
  );
}

function Decision({ opened, work }: { opened: OpenedTask; work: TaskWork }) {
  const { task, outcomes } = opened;
  if (task.isConfidential) return null;
  return (
    <>
      <OpinionPanel
        value={work.opinion}
        onChange={work.changeOpinion}
        isAsked={outcomes.some(({ requiresOpinion }) => requiresOpinion)}
        isMissing={work.missing.isOpinionMissing}
        isFirstMissing={work.missing.isOpinionFirst}
      />
      {task.may.enterOnBehalf ? (
        <EntryPanel
          taskId={task.id}
          entry={work.entry}
          onChange={work.changeEntry}
          isPersonMissing={work.missing.isPersonMissing}
          isForced={!task.may.complete}
        />
      ) : null}
    </>
  );
}

/** Of a delegated task every outcome is a proposal, whatever would follow from it. */
function useOffered({ outcomes, task: { delegator } }: OpenedTask): OutcomeView[] {
  const t = useT();
  if (!delegator) return outcomes;
  return outcomes.map((outcome) => ({ ...outcome, consequence: t('task.proposalHint', { name: delegator.name }) }));
}

/** Who is not asked themselves may still enter what somebody else said. */
const mayDecide = ({ task: { may } }: OpenedTask) => may.complete || may.enterOnBehalf;

/** One task with everything that is needed to decide it; also used inside NocoBase's task centre. */
export function TaskWorkspace({ opened, onDone, onChanged, onGone }: TaskWorkspaceProps) {
  const t = useT();
  const work = useTaskWork(opened, onDone);
  const canDecide = mayDecide(opened);
  const outcomes = useOffered(opened);
  return (
    <>
      <LeaveGuard hasUnsaved={canDecide && work.draft.hasUnsaved} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={16}>
          <Flex vertical gap="middle">
            <TaskNotice task={opened.task} instance={opened.instance} isRecordErased={opened.isRecordErased} />
            <TaskHead opened={opened} />
            <TaskFormPanel opened={opened} work={work} />
            {canDecide ? <Decision opened={opened} work={work} /> : null}
            {opened.task.isConfidential ? null : <TaskFilesPanel taskFiles={work.files} canAdd={canDecide} />}
            <TaskActions task={opened.task} onChanged={onChanged} onGone={onGone} />
            {canDecide ? (
              <OutcomeBar outcomes={outcomes} isConfidential={opened.task.isConfidential} work={work} onReload={onChanged} />
            ) : null}
          </Flex>
        </Col>
        <Col xs={24} lg={8}>
          <Panel title={t('history.title')}>
            <HistoryTimeline history={opened.history} />
          </Panel>
        </Col>
      </Row>
    </>
  );
}

/** A claimed or closed task starts afresh instead of keeping the state of the form that could not be filled in. */
export const workspaceKey = ({ task }: OpenedTask): string => `${task.id}-${task.status}-${task.may.complete}`;
