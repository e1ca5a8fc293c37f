import { UploadFieldModel } from '@nocobase/plugin-file-manager/client-v2';
import type { ReactElement } from 'react';
import type { UploadState } from '../form-uploads';
import { taskOf } from '../task-context';
import { TaskUpload, type TaskUploadProps } from '../TaskUpload';

/** NocoBase's upload of a field, shown with names; the page of the task knows what is on its way. */
export class BpmnTaskUploadModel extends UploadFieldModel {
  private readonly report = (key: string, state: UploadState) => taskOf(this.context)?.uploads.report(key, state);

  override render(): ReactElement {
    const props = this.props as Omit<TaskUploadProps, 'onState'>; // what NocoBase's flows and form put there
    return <TaskUpload {...props} onState={this.report} />;
  }
}

BpmnTaskUploadModel.define({ hide: true });

export default BpmnTaskUploadModel;
