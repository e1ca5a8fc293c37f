import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { ruleWith, valuesOf, type RuleValues } from './rule-values';
import { RuleFields } from './RuleFields';

interface Props {
  row: RuleRow;
  /** Which a further election may be held by. */
  elections: readonly RuleRow[];
  onDone: () => void;
}

/** Other numbers and words for a rule; what the form does not ask for stays. */
export function EditRule({ row, elections, onDone }: Props) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { rule, digest } = row;
  const title = t('rules.editOf', { name: said(row.title) });
  return (
    <Act<RuleValues & ActValues>
      label={t('rules.edit')}
      title={title}
      tone="warning"
      consequence={t('rules.editConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={valuesOf(rule)}
      run={({ reason, ...given }) => api.rules.save({ rule: ruleWith(rule, given) ?? rule, basedOn: digest, reason })}
      done={t('rules.saved')}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': title }}
    >
      <RuleFields rule={rule} elections={elections} />
    </Act>
  );
}

/** A rule of one's own that begins as another one; that one stays. */
export function CopyRule({ row, elections, onDone }: Props) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { rule } = row;
  const title = t('rules.copyOf', { name: said(row.title) });
  return (
    <Act<RuleValues & ActValues>
      label={t('rules.copy')}
      title={title}
      consequence={t('rules.copyConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{
        ...valuesOf(rule),
        title: t('rules.own', { name: row.title['zh-CN'] }),
        titleEn: '',
        source: '', // its own, not the one of the rule that it begins as
        certainty: rule.certainty === 'unsure' ? 'unsure' : 'known',
      }}
      run={({ reason, ...given }) => api.rules.create({ rule: ruleWith(rule, given) ?? rule, reason })}
      done={t('rules.created')}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': title }}
    >
      <RuleFields rule={rule} elections={elections} />
    </Act>
  );
}
