import { Result } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutcomeView } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { LinkButton, Loaded, PageFrame, StatusTag } from '../shared';
import { TaskWorkspace, workspaceKey } from './TaskWorkspace';

function TaskDone({ outcome, instanceId }: { outcome: OutcomeView; instanceId: string }) {
  const t = useT();
  return (
    <div role="status">
      <Result
        status="success"
        title={t('task.doneTitle', { outcome: outcome.name })}
        subTitle={outcome.consequence ?? undefined}
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
  const navigate = useNavigate();
  const query = useQuery(useCallback(() => api.tasks.open(id), [api, id]));
  const [outcome, setOutcome] = useState<OutcomeView | null>(null);
  const opened = query.status === 'ready' ? query.data : null;
  return (
    <PageFrame
      title={opened?.instance.title ?? t('task.title')}
      subtitle={opened ? <StatusTag isTask status={outcome ? 'completed' : opened.task.status} /> : null}
      back={{ to: paths.inbox(), label: t('inbox.title') }}
      width="reading"
    >
      {outcome && opened ? (
        <TaskDone outcome={outcome} instanceId={opened.instance.id} />
      ) : (
        <Loaded query={query}>
          {(data) => (
            <TaskWorkspace
              key={workspaceKey(data)}
              opened={data}
              onDone={setOutcome}
              onChanged={query.reload}
              onGone={() => navigate(paths.inbox())}
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
