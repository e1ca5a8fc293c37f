import { measureName, type Measure } from '@wuxin/ballot-core';
import { Flex, Form, InputNumber, Select } from 'antd';
import { useSaid, useT } from '../i18n';

interface Props {
  name: 'quorum' | 'approval';
  label: string;
  counts: readonly Measure[];
  bases: readonly Measure[];
}

/** 实到 [达到|超过] 应到的 [2]/[3] */
export function FractionFields({ name, label, counts, bases }: Props) {
  const t = useT();
  const said = useSaid();
  const options = (measures: readonly Measure[]) =>
    measures.map((measure) => ({ value: measure, label: said(measureName(measure)) }));
  const required = [{ required: true, message: t('common.fillIn', { name: label }) }];
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ fontSize: 'inherit', margin: 0, marginBottom: 8, border: 0, fontWeight: 600 }}>{label}</legend>
      <Flex gap="small" wrap align="center" style={{ marginBottom: 16 }}>
        <Form.Item name={[name, 'count']} rules={required} noStyle>
          <Select aria-label={t('rules.count')} options={options(counts)} style={{ minWidth: 120 }} />
        </Form.Item>
        <Form.Item name={[name, 'operator']} rules={required} noStyle>
          <Select
            aria-label={t('rules.operator')}
            placeholder={t('rules.operator')}
            options={[
              { value: 'atLeast', label: t('rules.atLeast') },
              { value: 'moreThan', label: t('rules.moreThan') },
            ]}
            style={{ minWidth: 150 }}
          />
        </Form.Item>
        <Form.Item name={[name, 'base']} rules={required} noStyle>
          <Select aria-label={t('rules.base')} options={options(bases)} style={{ minWidth: 120 }} />
        </Form.Item>
        <span>
          <Form.Item name={[name, 'num']} rules={required} noStyle>
            <InputNumber aria-label={t('rules.num')} min={1} max={1_000_000} precision={0} style={{ width: 80 }} />
          </Form.Item>
          {' / '}
          <Form.Item name={[name, 'den']} rules={required} noStyle>
            <InputNumber aria-label={t('rules.den')} min={1} max={1_000_000} precision={0} style={{ width: 80 }} />
          </Form.Item>
        </span>
      </Flex>
    </fieldset>
  );
}
