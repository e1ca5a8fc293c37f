import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form } from 'antd';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { ClauseFields } from './ClauseFields';
import { APPROVAL_BASES, clausesIn, QUORUM_BASES, QUORUM_COUNTS, ruleWith, withOwn, type ClausesValue } from './fractions';
import { Meant } from './InWords';

interface Values extends ActValues {
  quorum: ClausesValue;
  approval: ClausesValue;
}

/** What the lines mean together, while one types. */
function InWords({ rule }: Pick<RuleRow, 'rule'>) {
  const quorum = Form.useWatch<ClausesValue | undefined>('quorum');
  const approval = Form.useWatch<ClausesValue | undefined>('approval');
  const meant = quorum && approval ? ruleWith(rule, { quorum, approval }) : null;
  return meant ? <Meant rule={meant} /> : null;
}

/** Other numbers for a rule, of one share or of several; what else it says stays. */
export function EditRule({ row, onDone }: { row: RuleRow; onDone: () => void }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { rule } = row;
  const { quorum, approval } = rule;
  const bases = (usual: typeof QUORUM_BASES, group: typeof quorum) =>
    withOwn(usual, group?.clauses.map(({ threshold }) => threshold.base) ?? []);
  const counts = (usual: typeof QUORUM_COUNTS, group: typeof quorum) =>
    withOwn(usual, group?.clauses.map(({ count }) => count) ?? []);
  return (
    <Act<Values>
      label={t('rules.edit')}
      title={t('rules.editOf', { name: said(row.title) })}
      tone="warning"
      consequence={t('rules.editConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{ quorum: clausesIn(quorum), approval: clausesIn(approval) }}
      run={({ reason, ...given }) => api.rules.save({ rule: ruleWith(rule, given) ?? rule, reason })}
      done={t('rules.saved')}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': t('rules.editOf', { name: said(row.title) }) }}
    >
      <ClauseFields
        name="quorum"
        label={t('rules.quorum')}
        counts={counts(QUORUM_COUNTS, quorum)}
        bases={bases(QUORUM_BASES, quorum)}
        fresh={{ count: 'present', base: 'due' }}
        least={0}
      />
      <ClauseFields
        name="approval"
        label={t('rules.approval')}
        counts={counts(['approve'], approval)}
        bases={bases(APPROVAL_BASES, approval)}
        fresh={{ count: approval?.clauses[0]?.count ?? 'approve', base: approval?.clauses[0]?.threshold.base ?? 'present' }}
        least={1}
      />
      <InWords rule={rule} />
    </Act>
  );
}
