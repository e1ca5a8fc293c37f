import type { RuleInput } from '@wuxin/ballot-core';
import { Form, Radio } from 'antd';
import type { RuleRow } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { ClauseFields } from './ClauseFields';
import { APPROVAL_BASES, QUORUM_BASES, QUORUM_COUNTS, withOwn } from './fractions';
import { FurtherFields } from './FurtherFields';
import { Meant } from './InWords';
import { LabelFields } from './LabelFields';
import { ruleWith, type RuleValues } from './rule-values';
import { SourceFields } from './SourceFields';
import { TitleFields } from './TitleFields';
import { ValidityFields } from './ValidityFields';
import { WomenFields } from './WomenFields';

function NumberLines({ rule: { quorum, approval } }: { rule: RuleInput }) {
  const t = useT();
  const bases = (usual: typeof QUORUM_BASES, group: typeof quorum) =>
    withOwn(usual, group?.clauses.map(({ threshold }) => threshold.base) ?? []);
  const counts = (usual: typeof QUORUM_COUNTS, group: typeof quorum) =>
    withOwn(usual, group?.clauses.map(({ count }) => count) ?? []);
  const [first] = approval?.clauses ?? [];
  return (
    <>
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
        fresh={{ count: first?.count ?? 'approve', base: first?.threshold.base ?? 'present' }}
        least={1}
      />
    </>
  );
}

const OF_BASE = { abstentions: 'rules.abstentions', invalid: 'rules.invalid' } as const satisfies Record<string, TextKey>;

/** Whether abstentions and invalid votes are among those of whom a share is taken. */
function BaseFields() {
  const t = useT();
  const options = (['inBase', 'outOfBase'] as const).map((value) => ({ value, label: t(`rules.${value}`) }));
  return (['abstentions', 'invalid'] as const).map((name) => (
    <Form.Item key={name} name={name} label={t(OF_BASE[name])}>
      <Radio.Group options={options} />
    </Form.Item>
  ));
}

/** What everything means together, while one types. */
function InWords({ rule }: { rule: RuleInput }) {
  const values = Form.useWatch<RuleValues | undefined>([]);
  const meant = values?.title === undefined ? null : ruleWith(rule, values);
  return meant ? <Meant rule={meant} /> : null;
}

/** Everything of a rule that its administrators may say otherwise. */
export function RuleFields({ rule, elections }: { rule: RuleInput; elections: readonly RuleRow[] }) {
  const isVote = rule.kind === 'decision' || rule.kind === 'election';
  return (
    <>
      <TitleFields />
      {rule.approval ? <NumberLines rule={rule} /> : null}
      {isVote ? <WomenFields /> : null}
      {isVote ? <BaseFields /> : null}
      <LabelFields />
      {rule.kind === 'election' ? <FurtherFields elections={elections} /> : null}
      <InWords rule={rule} />
      <SourceFields isUnsure={rule.certainty === 'unsure'} />
      <ValidityFields />
    </>
  );
}
