import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input, Switch } from 'antd';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { FractionFields } from './FractionFields';
import { APPROVAL_BASES, groupOf, onlyClause, QUORUM_BASES, QUORUM_COUNTS, type FractionValue } from './fractions';
import { InWords } from './InWords';

interface Values extends ActValues {
  hasQuorum: boolean;
  quorum: FractionValue;
  approval: FractionValue;
  source: string;
}

/** The form may begin where nothing is known: what a rule of this kind counts, and no fraction. */
const EMPTY = { quorum: { count: 'present', base: 'due' }, approval: { count: 'approve', base: 'present' } };

function QuorumFields() {
  const t = useT();
  const hasQuorum = Form.useWatch<boolean | undefined>('hasQuorum');
  return (
    <>
      <Form.Item name="hasQuorum" label={t('rules.hasQuorum')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {hasQuorum ? <FractionFields name="quorum" label={t('rules.quorum')} counts={QUORUM_COUNTS} bases={QUORUM_BASES} /> : null}
    </>
  );
}

/** Quorum and approval as fractions, with their meaning in words. */
export function NumberFields({ row }: { row: RuleRow }) {
  const t = useT();
  return (
    <>
      <QuorumFields />
      <FractionFields name="approval" label={t('rules.approval')} counts={['approve']} bases={APPROVAL_BASES} />
      <InWords rule={row.rule} />
    </>
  );
}

/** The numbers of a rule that nobody could look up, and who answers for them. */
export function ConfirmRule({ row, onDone }: { row: RuleRow; onDone: () => void }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { quorum, approval } = row.rule;
  return (
    <Act<Values>
      label={t('rules.confirm')}
      title={t('rules.confirmOf', { name: said(row.title) })}
      tone="warning"
      consequence={t('rules.confirmConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{
        hasQuorum: true,
        quorum: onlyClause(quorum) ?? (EMPTY.quorum as FractionValue), // begun, and refused until it is whole
        approval: onlyClause(approval) ?? (EMPTY.approval as FractionValue), // the same
      }}
      run={(values) =>
        api.rules.confirm(row.key, {
          ...(values.hasQuorum ? { quorum: groupOf('quorum', values.quorum) } : {}),
          approval: groupOf('approval', values.approval),
          source: values.source.trim(),
          reason: values.reason,
        })
      }
      done={t('rules.isConfirmed')}
      onDone={onDone}
      button={{ size: 'small', type: 'primary' }}
    >
      <NumberFields row={row} />
      <Form.Item
        name="source"
        label={t('rules.source')}
        extra={t('rules.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('rules.source') }) }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </Act>
  );
}
