import { Choice } from '@wuxin/plugin-bpmn/client-v2';
import { Form, InputNumber } from 'antd';
import type { RuleRow } from '../../common/api';
import { useSaid, useT } from '../i18n';

function ExtraCandidates() {
  const t = useT();
  const further = Form.useWatch<string | undefined>('further');
  if (!further) return null;
  return (
    <Form.Item name="extraCandidates" label={t('rules.extraCandidates')} extra={t('rules.extraCandidatesHint')}>
      <InputNumber min={0} precision={0} />
    </Form.Item>
  );
}

/** What follows an election that filled no or not all seats. */
export function FurtherFields({ elections }: { elections: readonly RuleRow[] }) {
  const t = useT();
  const said = useSaid();
  const options = elections.map(({ key, title }) => ({ value: key, label: said(title) }));
  return (
    <>
      <Form.Item name="further" label={t('rules.further')}>
        <Choice options={[{ value: '', label: t('rules.noFurther') }, ...options]} />
      </Form.Item>
      <ExtraCandidates />
    </>
  );
}
