import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { AccessibleTheme, Loaded } from '../shared';
import { TaskWorkspace, workspaceKey } from '../task-page';
import { useTaskRecord } from './record';

/** The task inside the task centre's dialog: the same workspace as on the task page. */
export function TaskDetail() {
  const { id, refresh } = useTaskRecord();
  const api = useApi();
  const query = useQuery(useCallback(() => api.tasks.open(id), [api, id]));
  const again = () => {
    query.reload();
    refresh();
  };
  return (
    <AccessibleTheme>
      <Loaded query={query}>
        {(opened) => <TaskWorkspace key={workspaceKey(opened)} opened={opened} onDone={again} onChanged={again} onGone={again} />}
      </Loaded>
    </AccessibleTheme>
  );
}
