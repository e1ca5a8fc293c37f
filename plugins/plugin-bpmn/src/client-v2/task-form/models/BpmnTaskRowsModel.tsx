import { PlusOutlined } from '@ant-design/icons';
import { SubFormListFieldModel } from '@nocobase/client-v2';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { NAMESPACE } from '../../i18n';

const ns = [NAMESPACE];
/** What NocoBase itself adds when somebody asks for a row. */
const NEW_ROW = { __is_new__: true };

/**
 * Rows as little forms. Where there is none NocoBase shows an empty one, whose required fields keep everybody from going on;
 * this shows that there is none, until somebody adds one.
 */
export class BpmnTaskRowsModel extends SubFormListFieldModel {
  override render(): ReactNode {
    const { value, onChange, disabled, allowAddNew } = this.props;
    if (Array.isArray(value) && value.length > 0) return super.render();
    if (disabled || allowAddNew === false) return this.context.t('form.noRows', { ns });
    return (
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange?.([NEW_ROW])}>
        {this.context.t('form.addRow', { ns })}
      </Button>
    );
  }
}

BpmnTaskRowsModel.define({ hide: true });

export default BpmnTaskRowsModel;
