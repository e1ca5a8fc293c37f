import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { measureName, type Measure } from '@wuxin/ballot-core';
import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Form, Input } from 'antd';
import { useSaid, useT } from '../i18n';
import { Part } from './FractionFields';
import { APPROVAL_BASES, QUORUM_BASES, QUORUM_COUNTS, withOwn } from './fractions';
import type { NameValue } from './names';
import { OwnSelect } from './OwnSelect';

const MOST = 40;
const VOTES: readonly Measure[] = ['approve', 'oppose', 'abstain', 'invalid', 'womenPresent', 'issued', 'recovered'];

/** 应到 called 业主总数: what numbers are called in the sentences, sheets and minutes of votes by this rule. */
export function NameFields() {
  const t = useT();
  const said = useSaid();
  const names = Form.useWatch<NameValue[] | undefined>('names') ?? [];
  const own = names.map(({ measure }) => measure);
  const options = withOwn([...QUORUM_BASES, ...QUORUM_COUNTS, ...APPROVAL_BASES, ...VOTES], own).map((measure) => ({
    value: measure,
    label: said(measureName(measure)),
  }));
  const isOnce = (_: unknown, measure?: Measure) =>
    own.filter((one) => one === measure).length > 1 ? Promise.reject(new Error(t('rules.namedTwice'))) : Promise.resolve();
  const required = (name: string) => ({ required: true, message: t('common.fillIn', { name }) });
  return (
    <Part label={t('rules.names')}>
      <Muted small>{t('rules.namesHint')}</Muted>
      <Form.List name="names">
        {(lines, { add, remove }) => (
          <Flex vertical gap="small" align="flex-start" style={{ marginBlock: '8px 16px' }}>
            {lines.map(({ key, name: at }, index) => (
              <Flex key={key} role="group" aria-label={`${t('rules.names')} ${index + 1}`} gap="small" wrap align="flex-start">
                <Form.Item
                  name={[at, 'measure']}
                  rules={[required(t('rules.number')), { validator: isOnce }]}
                  style={{ margin: 0 }}
                >
                  <OwnSelect label={t('rules.number')} placeholder={t('rules.number')} options={options} minWidth={140} />
                </Form.Item>
                <Form.Item
                  name={[at, 'fact']}
                  rules={[{ ...required(t('rules.calledHere')), whitespace: true }]}
                  style={{ margin: 0 }}
                >
                  <Input aria-label={t('rules.calledHere')} placeholder={t('rules.calledHere')} maxLength={MOST} />
                </Form.Item>
                <Form.Item name={[at, 'factEn']} style={{ margin: 0 }}>
                  <Input aria-label={t('rules.calledHereEn')} placeholder={t('rules.calledHereEn')} maxLength={MOST} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('rules.removeName', { number: index + 1 })}
                  onClick={() => remove(at)}
                />
              </Flex>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('rules.addName')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Part>
  );
}
