import type { MeetingTypeInput } from '@wuxin/ballot-core';
import { Checkbox, Flex, Form, Input, InputNumber, Switch } from 'antd';
import { useMemo } from 'react';
import { useSaid, useT } from '../i18n';
import { useRules } from '../result';
import { WAY_TEXT } from '../shared';
import { OwnSelect } from './OwnSelect';
import { TitleFields } from './TitleFields';
import { ALL_WAYS } from './type-values';
import { ValidityFields } from './ValidityFields';

function ReconveningFields() {
  const t = useT();
  const isReconvened = Form.useWatch<boolean | undefined>('isReconvened');
  const fields = [
    ['atLeastDays', t('rules.atLeastDays'), 0],
    ['atMostDays', t('rules.atMostDays'), 1],
    ['times', t('rules.times'), 1],
  ] as const;
  return (
    <>
      <Form.Item name="isReconvened" label={t('rules.isReconvened')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {isReconvened ? (
        <Flex gap="small" wrap>
          {fields.map(([name, label, min]) => (
            <Form.Item
              key={name}
              name={['reconvening', name]}
              label={label}
              rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}
            >
              <InputNumber min={min} precision={0} />
            </Form.Item>
          ))}
        </Flex>
      ) : null}
    </>
  );
}

/** Names, days, ways and rules of a kind of meeting. */
export function TypeFields({ type }: { type: MeetingTypeInput }) {
  const t = useT();
  const said = useSaid();
  const rules = useRules();
  const choices = useMemo(() => {
    const votes = rules.filter(({ key, rule }) => ['decision', 'election'].includes(rule.kind) || type.rules.includes(key));
    return votes.map(({ key, title }) => ({ value: key, label: said(title) }));
  }, [rules, type, said]);
  const required = (name: string) => [{ required: true, message: t('common.fillIn', { name }) }];
  return (
    <>
      <TitleFields />
      <Form.Item name="noticeDays" label={t('rules.noticeField')} extra={t('rules.noticeHint')}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <ReconveningFields />
      {/* not `required`, for which a form gives its field an attribute that a group of boxes may not have */}
      <Form.Item
        name="ways"
        label={t('motion.way')}
        rules={[{ type: 'array', min: 1, message: t('common.fillIn', { name: t('motion.way') }) }]}
      >
        <Checkbox.Group options={ALL_WAYS.map((way) => ({ value: way, label: t(WAY_TEXT[way]) }))} />
      </Form.Item>
      <Form.Item name="rules" label={t('rules.rules')} extra={t('rules.rulesHint')} rules={required(t('rules.rules'))}>
        <OwnSelect mode="multiple" options={choices} />
      </Form.Item>
      <Form.Item name="source" label={t('rules.source')} extra={t('rules.sourceHint')}>
        <Input maxLength={300} />
      </Form.Item>
      <ValidityFields />
    </>
  );
}
