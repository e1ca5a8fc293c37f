import { Result } from 'antd';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { OpenedTask, OutcomeView } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { LinkButton, Loaded, PageFrame, StatusTag } from '../shared';
import type { DoneWords } from './TaskActions';
import { TaskWorkspace, workspaceKey } from './TaskWorkspace';

/** Of a delegated task an outcome is a proposal that went back. */
function wordsOf({ task: { delegator } }: OpenedTask, outcome: OutcomeView, t: Translate): DoneWords {
  if (!delegator) return { title: t('task.doneTitle', { outcome: outcome.name }), more: outcome.consequence };
  const { name } = delegator;
  return { title: t('task.givenBackTitle', { name }), more: t('task.givenBackText', { name, outcome: outcome.name }) };
}

function TaskDone({ words, instanceId }: { words: DoneWords; instanceId: string }) {
  const t = useT();
  return (
    <div role="status">
      <Result
        status="success"
        title={words.title}
        subTitle={words.more ?? undefined}
        extra={[
          <LinkButton key="inbox" type="primary" to={paths.inbox()}>
            {t('task.backToInbox')}
          </LinkButton>,
          <LinkButton key="track" to={paths.instance(instanceId)}>
            {t('process.track')}
          </LinkButton>,
        ]}
      />
    </div>
  );
}

function OneTask({ id }: { id: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.tasks.open(id), [api, id]));
  const [done, setDone] = useState<{ words: DoneWords; isDecided: boolean } | null>(null);
  const opened = query.status === 'ready' ? query.data : null;
  // of a task that was handed on the reader knows no more
  const status = done ? (done.isDecided ? 'completed' : null) : opened?.task.status;
  return (
    <PageFrame
      title={opened?.instance.title ?? t('task.title')}
      subtitle={opened && status ? <StatusTag isTask status={status} /> : null}
      back={{ to: paths.inbox(), label: t('inbox.title') }}
      width="reading"
    >
      {done && opened ? (
        <TaskDone words={done.words} instanceId={opened.instance.id} />
      ) : (
        <Loaded query={query}>
          {(data) => (
            <TaskWorkspace
              key={workspaceKey(data)}
              opened={data}
              onDone={(outcome) => setDone({ words: wordsOf(data, outcome, t), isDecided: data.task.delegator === null })}
              onChanged={query.reload}
              onGone={(words) => setDone({ words, isDecided: false })}
            />
          )}
        </Loaded>
      )}
    </PageFrame>
  );
}

/** /admin/wuxin/task/:id */
export function TaskPage() {
  const { id = '' } = useParams();
  return <OneTask key={id} id={id} />;
}
