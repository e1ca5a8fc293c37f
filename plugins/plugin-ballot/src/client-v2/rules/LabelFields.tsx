import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { measureName, type Measure } from '@wuxin/ballot-core';
import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Form, Input } from 'antd';
import { useSaid, useT } from '../i18n';
import { Part } from './FractionFields';
import { APPROVAL_BASES, QUORUM_BASES, QUORUM_COUNTS, withOwn } from './fractions';
import type { LabelValue } from './labels';
import { OwnSelect } from './OwnSelect';

const MOST = 40;
const VOTES: readonly Measure[] = ['approve', 'oppose', 'abstain', 'invalid', 'womenPresent', 'issued', 'recovered'];

/** 应到 called 业主总数: what numbers are called in the sentences about this rule and its results. Columns of count sheets and minutes keep the usual names. */
export function LabelFields() {
  const t = useT();
  const said = useSaid();
  const labels = Form.useWatch<LabelValue[] | undefined>('labels') ?? [];
  const own = labels.map(({ measure }) => measure);
  const options = withOwn([...QUORUM_BASES, ...QUORUM_COUNTS, ...APPROVAL_BASES, ...VOTES], own).map((measure) => ({
    value: measure,
    label: said(measureName(measure)),
  }));
  const isOnce = (_: unknown, measure?: Measure) =>
    own.filter((one) => one === measure).length > 1 ? Promise.reject(new Error(t('rules.labelledTwice'))) : Promise.resolve();
  const required = (name: string) => ({ required: true, message: t('common.fillIn', { name }) });
  return (
    <Part label={t('rules.labels')}>
      <Muted small>{t('rules.labelsHint')}</Muted>
      <Form.List name="labels">
        {(lines, { add, remove }) => (
          <Flex vertical gap="small" align="flex-start" style={{ marginBlock: '8px 16px' }}>
            {lines.map(({ key, name: at }, index) => (
              <Flex key={key} role="group" aria-label={`${t('rules.labels')} ${index + 1}`} gap="small" wrap align="flex-start">
                <Form.Item
                  name={[at, 'measure']}
                  rules={[required(t('rules.number')), { validator: isOnce }]}
                  style={{ margin: 0 }}
                >
                  <OwnSelect label={t('rules.number')} placeholder={t('rules.number')} options={options} minWidth={140} />
                </Form.Item>
                <Form.Item
                  name={[at, 'fact']}
                  rules={[{ ...required(t('rules.label')), whitespace: true }]}
                  style={{ margin: 0 }}
                >
                  <Input aria-label={t('rules.label')} placeholder={t('rules.label')} maxLength={MOST} />
                </Form.Item>
                <Form.Item name={[at, 'factEn']} style={{ margin: 0 }}>
                  <Input aria-label={t('rules.labelEn')} placeholder={t('rules.labelEn')} maxLength={MOST} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('rules.removeLabel', { number: index + 1 })}
                  onClick={() => remove(at)}
                />
              </Flex>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('rules.addLabel')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Part>
  );
}
