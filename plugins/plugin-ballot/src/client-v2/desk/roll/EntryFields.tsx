import { Form, Input, Switch } from 'antd';
import { useT } from '../../i18n';

/** What one entry of the roll holds. */
export function EntryFields() {
  const t = useT();
  return (
    <>
      <Form.Item
        name={['entry', 'name']}
        label={t('roll.field.name')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('roll.field.name') }) }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name={['entry', 'household']} label={t('roll.field.household')}>
        <Input />
      </Form.Item>
      <Form.Item name={['entry', 'representsHousehold']} label={t('roll.field.representsHousehold')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name={['entry', 'isWoman']} label={t('roll.field.isWoman')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
