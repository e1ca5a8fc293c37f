import { Form, Radio } from 'antd';
import { useT } from '../../i18n';

/** Whom the roll counts: people or households. */
export function UnitField() {
  const t = useT();
  return (
    <Form.Item name="unit" label={t('roll.unit')} initialValue="person">
      <Radio.Group
        options={[
          { value: 'person', label: t('roll.persons') },
          { value: 'household', label: t('roll.households') },
        ]}
      />
    </Form.Item>
  );
}
