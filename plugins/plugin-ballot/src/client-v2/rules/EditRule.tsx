import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { ruleWith, valuesOf, type RuleValues } from './rule-values';
import { RuleFields } from './RuleFields';
import { WriteAct } from './WriteAct';

interface Props {
  row: RuleRow;
  /** Which a further election may be held by. */
  elections: readonly RuleRow[];
  onDone: () => void;
}

/** Other numbers and words for a rule; what the form does not ask for stays. */
export function EditRule({ row: { rule, title, digest }, elections, onDone }: Props) {
  const api = useApi();
  return (
    <WriteAct
      act="edit"
      of={title}
      consequence="rules.editConsequence"
      initialValues={valuesOf(rule)}
      save={(values, reason) => api.rules.save({ rule: ruleWith(rule, values) ?? rule, basedOn: digest, reason })}
      onDone={onDone}
    >
      <RuleFields rule={rule} elections={elections} />
    </WriteAct>
  );
}

/** A rule of one's own that begins as another one; that one stays. */
export function CopyRule({ row: { rule, title }, elections, onDone }: Props) {
  const t = useT();
  const api = useApi();
  return (
    <WriteAct<RuleValues>
      act="copy"
      of={title}
      consequence="rules.copyConsequence"
      initialValues={{
        ...valuesOf(rule),
        title: t('rules.own', { name: title['zh-CN'] }),
        titleEn: '',
        source: '', // its own, not the one of the rule that it begins as
        certainty: rule.certainty === 'unsure' ? 'unsure' : 'known',
      }}
      save={(values, reason) => api.rules.create({ rule: ruleWith(rule, values) ?? rule, reason })}
      onDone={onDone}
    >
      <RuleFields rule={rule} elections={elections} />
    </WriteAct>
  );
}
