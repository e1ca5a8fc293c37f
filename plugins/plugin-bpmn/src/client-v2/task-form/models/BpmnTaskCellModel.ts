import { TextareaFieldModel } from '@nocobase/client-v2';

/** A text in a table that is typed into where it stands. */
export class BpmnTaskCellModel extends TextareaFieldModel {
  static override isLargeField = false;
}

BpmnTaskCellModel.define({ hide: true });

export default BpmnTaskCellModel;
