import type { TaskTypeOptions } from '@nocobase/plugin-workflow/client-v2';
import type { OpenedTask } from '../../common/api';
import { TaskDetail } from './TaskDetail';
import { TaskItem } from './TaskItem';

/** Our user tasks in NocoBase's own task centre: with counts on its badge, a list and a dialog. */
export function bpmnTaskType(translate: (key: string) => string): TaskTypeOptions {
  return {
    key: 'bpmnTask',
    title: translate('taskCentre.title'),
    collection: 'bpmnTasks',
    action: 'listMine',
    useActionParams: (status, workflowKey) => ({
      filter: { ...(status === 'all' ? {} : { status }), ...(workflowKey ? { processKey: workflowKey } : {}) },
    }),
    Item: TaskItem,
    Detail: TaskDetail,
    // A link to one task gives only its id; the task page's own request brings the rest.
    getPopupRecord: async (api, { params }) => {
      // The task centre types answers as unknown; bpmnTasks:open answers OpenedTask.
      const answer = (await api.resource('bpmnTasks').open?.(params)) as { data: { data: OpenedTask } };
      const { task, instance } = answer.data.data;
      return { data: { data: { id: task.id, title: instance.title } } };
    },
  };
}
