import { SingleRecordResource } from '@nocobase/flow-engine';
import { taskOf } from '../task-context';

/** The record of a task form: it came with the task, and it leaves with the task's completion. */
export class TaskRecordResource extends SingleRecordResource {
  override async refresh(): Promise<void> {
    this.clearError();
    this.setData(taskOf(this.context)?.values ?? {});
    this.emit('refresh');
  }

  override async save(): Promise<void> {
    throw new Error('a task form is submitted by completing its task');
  }
}
