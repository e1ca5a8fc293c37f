import { useWorkflowTaskRecord } from '@nocobase/plugin-workflow/client-v2';
import type { TaskCentreRow } from '../../common/api';

/** The record that the task centre hands to its items: a whole row in the list, only the id behind a link. */
export function useTaskRecord(): { record: Partial<TaskCentreRow>; id: string; refresh: () => void } {
  const { record, refresh } = useWorkflowTaskRecord();
  return {
    record,
    id: typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : '',
    refresh: () => void refresh?.(),
  };
}
