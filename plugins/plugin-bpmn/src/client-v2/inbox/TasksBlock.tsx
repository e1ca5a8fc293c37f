import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { BlockRows, defineBlock, type BlockSettings } from '../blocks';
import { NAMESPACE, useT } from '../i18n';
import { paths } from '../routes';
import { keyOf } from './rows';
import { TaskLine } from './TaskLine';

/** 我的待办: what the reader has to do, as in their inbox. */
export function TasksBlock({ rows }: Pick<BlockSettings, 'rows'>) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.tasks.inbox({ tab: 'todo', pageSize: rows }), [api, rows]));
  return (
    <BlockRows
      query={query}
      label={t('block.tasks')}
      keyOf={keyOf}
      empty={{ title: t('home.todoEmpty'), hint: t('home.todoEmptyHint') }}
      more={{ to: paths.inbox(), label: t('block.allTasks') }}
    >
      {(task) => <TaskLine task={task} />}
    </BlockRows>
  );
}

export const WuxinTasksBlockModel = defineBlock({
  name: 'WuxinTasksBlockModel',
  namespace: NAMESPACE,
  label: 'block.tasks',
  sort: 2010,
  component: TasksBlock,
});
