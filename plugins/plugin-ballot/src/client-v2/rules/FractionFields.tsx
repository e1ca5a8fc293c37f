import { measureName, type Measure } from '@wuxin/ballot-core';
import { Flex, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useSaid, useT } from '../i18n';
import { OwnSelect } from './OwnSelect';

interface Props {
  name: 'quorum' | 'approval';
  label: string;
  counts: readonly Measure[];
  bases: readonly Measure[];
}

/** 实到 [达到|超过] 应到的 [2]/[3]: `at` is where in the form its five fields are. */
export function FractionLine({ at, label, counts, bases }: Omit<Props, 'name'> & { at: string | number }) {
  const t = useT();
  const said = useSaid();
  const options = (measures: readonly Measure[]) =>
    measures.map((measure) => ({ value: measure, label: said(measureName(measure)) }));
  const required = [{ required: true, message: t('common.fillIn', { name: label }) }];
  return (
    <>
      <Form.Item name={[at, 'count']} rules={required} noStyle>
        <OwnSelect label={t('rules.count')} options={options(counts)} minWidth={120} />
      </Form.Item>
      <Form.Item name={[at, 'operator']} rules={required} noStyle>
        <OwnSelect
          label={t('rules.operator')}
          placeholder={t('rules.operator')}
          options={[
            { value: 'atLeast', label: t('rules.atLeast') },
            { value: 'moreThan', label: t('rules.moreThan') },
          ]}
          minWidth={150}
        />
      </Form.Item>
      <Form.Item name={[at, 'base']} rules={required} noStyle>
        <OwnSelect label={t('rules.base')} options={options(bases)} minWidth={120} />
      </Form.Item>
      <span>
        <Form.Item name={[at, 'num']} rules={required} noStyle>
          <InputNumber aria-label={t('rules.num')} min={1} max={1_000_000} precision={0} style={{ width: 64 }} />
        </Form.Item>
        {' / '}
        <Form.Item name={[at, 'den']} rules={required} noStyle>
          <InputNumber aria-label={t('rules.den')} min={1} max={1_000_000} precision={0} style={{ width: 64 }} />
        </Form.Item>
      </span>
    </>
  );
}

/** A part of the form with its heading. */
export function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ fontSize: 'inherit', margin: 0, marginBottom: 8, border: 0, fontWeight: 600 }}>{label}</legend>
      {children}
    </fieldset>
  );
}

export function FractionFields({ name, ...line }: Props) {
  return (
    <Part label={line.label}>
      <Flex gap="small" wrap align="center" style={{ marginBottom: 16 }}>
        <FractionLine at={name} {...line} />
      </Flex>
    </Part>
  );
}
