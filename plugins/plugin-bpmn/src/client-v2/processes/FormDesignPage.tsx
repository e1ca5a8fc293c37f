import { Alert, Flex } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { ProcessDetail } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, Loaded, PageFrame } from '../shared';
import { TaskFormDesigner } from '../taskFormDoor';

function Designer({ detail, elementId }: { detail: ProcessDetail; elementId: string }) {
  const t = useT();
  const userTask = detail.userTasks.find((task) => task.elementId === elementId);
  const { recordCollection } = detail.process;
  if (!userTask) return <EmptyState title={t('form.noSuchTask')} hint={t('form.noSuchTaskHint')} />;
  if (!recordCollection) return <EmptyState title={t('form.noCollection')} hint={t('form.noCollectionHint')} />;
  return (
    <Flex vertical gap="middle">
      <Alert type="info" showIcon message={t('form.designHint')} />
      <TaskFormDesigner formUid={userTask.formUid} collectionName={recordCollection} english={userTask.english} />
    </Flex>
  );
}

/** The form of one user task, designed in place; running cases keep the form of their version. */
export function FormDesignPage() {
  const t = useT();
  const api = useApi();
  const { key = '', elementId = '' } = useParams();
  const query = useQuery(useCallback(() => api.processes.detail(key), [api, key]));
  const detail = query.status === 'ready' ? query.data : null;
  const name = detail?.userTasks.find((task) => task.elementId === elementId)?.name ?? elementId;
  return (
    <PageFrame
      title={t('form.designOf', { name })}
      back={{ to: `${paths.process(key)}?tab=forms`, label: detail?.process.name ?? key }}
      width="reading"
    >
      <Loaded query={query}>{(data) => <Designer detail={data} elementId={elementId} />}</Loaded>
    </PageFrame>
  );
}
