import { App } from 'antd';
import { useCallback } from 'react';
import type { OpenedTask } from '../../common/api';
import { useApi, useQuery } from '../api';
import { AccessibleTheme, Loaded } from '../shared';
import { TaskWorkspace, workspaceKey } from '../task-page';
import { useTaskRecord } from './record';

function Workspace({ opened, onChanged }: { opened: OpenedTask; onChanged: () => void }) {
  const { message } = App.useApp();
  return (
    <TaskWorkspace
      key={workspaceKey(opened)}
      opened={opened}
      onDone={onChanged}
      onChanged={onChanged}
      onGone={({ title }) => {
        message.success(title);
        onChanged();
      }}
    />
  );
}

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
      <Loaded query={query}>{(opened) => <Workspace opened={opened} onChanged={again} />}</Loaded>
    </AccessibleTheme>
  );
}
