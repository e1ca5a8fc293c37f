import { PlusOutlined } from '@ant-design/icons';
import { BlockGridModel } from '@nocobase/client-v2';
import { AddSubModelButton, type CreateModelOptions, FlowSettingsButton, tExpr } from '@nocobase/flow-engine';
import { NAMESPACE } from '../../i18n';

const ns = [NAMESPACE];

/** The root of a task form: one form and explanations around it. */
export class BpmnTaskGridModel extends BlockGridModel {
  override onInit(options: CreateModelOptions): void {
    super.onInit(options);
    this.context.defineProperty('disableBlockGridPadding', { value: true });
  }

  override renderAddSubModelButton() {
    const items = [
      {
        key: 'markdown',
        label: this.context.t('form.addExplanation', { ns }),
        useModel: 'MarkdownBlockModel',
        createModelOptions: { use: 'MarkdownBlockModel' },
      },
    ];
    return (
      <AddSubModelButton model={this} subModelKey="items" items={items}>
        <FlowSettingsButton icon={<PlusOutlined />}>{this.context.t('form.addBlock', { ns })}</FlowSettingsButton>
      </AddSubModelButton>
    );
  }
}

BpmnTaskGridModel.define({ label: tExpr('form.page', { ns }), hide: true });

export default BpmnTaskGridModel;
