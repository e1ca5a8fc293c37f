import { Form, InputNumber, Radio, Switch } from 'antd';
import { useT } from '../i18n';
import { Part } from './FractionFields';

function Asked() {
  const t = useT();
  const isAsked = Form.useWatch<boolean | undefined>(['women', 'isAsked']);
  if (!isAsked) return null;
  const number = (name: 'num' | 'den', label: string) => (
    <Form.Item
      name={['women', name]}
      rules={[{ required: true, message: t('common.fillIn', { name: t('rules.women') }) }]}
      noStyle
    >
      <InputNumber aria-label={label} min={1} max={1_000_000} precision={0} style={{ width: 72 }} />
    </Form.Item>
  );
  return (
    <>
      <div style={{ marginBottom: 16 }}>
        {t('rules.womenAtLeast')} {number('num', t('rules.num'))}
        {' / '}
        {number('den', t('rules.den'))}
      </div>
      <Form.Item name={['women', 'onShort']} label={t('rules.onShort')}>
        <Radio.Group
          options={[
            { value: 'warn', label: t('rules.onShort.warn') },
            { value: 'block', label: t('rules.onShort.block') },
          ]}
        />
      </Form.Item>
    </>
  );
}

/** How many of those who came are women, and what follows where they are fewer. */
export function WomenFields() {
  const t = useT();
  return (
    <Part label={t('rules.women')}>
      <Form.Item name={['women', 'isAsked']} label={t('rules.womenAsked')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Asked />
    </Part>
  );
}
