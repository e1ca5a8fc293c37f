import { EditFormModel } from '@nocobase/client-v2';
import { type CreateModelOptions, type FlowContext, type FlowResource, MultiRecordResource, tExpr } from '@nocobase/flow-engine';
import { NAMESPACE } from '../../i18n';
import { taskOf } from '../task-context';
import { TaskOptionsResource } from './TaskOptionsResource';
import { TaskRecordResource } from './TaskRecordResource';

type ResourceType = new (context: FlowContext) => FlowResource;

/** NocoBase's form for one record, with data from the task and without buttons: outcomes are data of the process. */
export class BpmnTaskFormModel extends EditFormModel {
  /** Offered in the designer: what the server can check. */
  override customModelClasses = { FormCustomItemModel: 'BpmnTaskDecorationModel', FormJSFieldItemModel: '' };

  override onInit(options: CreateModelOptions): void {
    super.onInit(options);
    // what may be read and written is the task's business; rights on the collection are not asked for
    this.context.defineProperty('skipAclCheck', { value: true });
    this.context.defineMethod('aclCheck', async () => true);
    this.context.defineMethod('createResource', function createResource(this: FlowContext, type: ResourceType) {
      return type === MultiRecordResource && taskOf(this) ? new TaskOptionsResource(this) : new type(this);
    });
  }

  override createResource(): TaskRecordResource {
    const resource = new TaskRecordResource(this.context);
    resource.isNewRecord = false;
    return resource;
  }

  /** A record may be empty, its form is there. */
  override hasAvailableData(): boolean {
    return true;
  }

  override renderConfigureActions(): null {
    return null;
  }
}

BpmnTaskFormModel.define({ label: tExpr('form.block', { ns: [NAMESPACE] }), hide: true });

export default BpmnTaskFormModel;
