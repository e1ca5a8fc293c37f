import { FlowModel, type SubModelItem, tExpr } from '@nocobase/flow-engine';
import { NAMESPACE } from '../../i18n';

const ns = [NAMESPACE];

/** The menu of items that only explain; NocoBase's own one also offers scripts and templates. */
export class BpmnTaskDecorationModel extends FlowModel {
  static defineChildren(): SubModelItem[] {
    return [
      { key: 'markdown', label: tExpr('form.addExplanation', { ns }), createModelOptions: { use: 'MarkdownItemModel' } },
      { key: 'divider', label: tExpr('form.addDivider', { ns }), createModelOptions: { use: 'DividerItemModel' } },
    ];
  }
}

BpmnTaskDecorationModel.define({ label: tExpr('form.decoration', { ns }), hide: true });

export default BpmnTaskDecorationModel;
