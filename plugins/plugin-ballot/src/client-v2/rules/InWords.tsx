import { ruleWords, type RuleInput, parseRule, BallotError } from '@wuxin/ballot-core';
import { Alert, Form } from 'antd';
import { useSaid, useT } from '../i18n';
import { groupOf, type FractionValue } from './fractions';

const isWhole = (value: Partial<FractionValue> | undefined): value is FractionValue =>
  Boolean(value?.count && value.operator && value.num && value.den && value.base);

/** What the numbers in the form mean, in words, while one types; what contradicts itself is said at once. */
export function InWords({ rule }: { rule: RuleInput }) {
  const quorum = Form.useWatch<Partial<FractionValue> | undefined>('quorum');
  const approval = Form.useWatch<Partial<FractionValue> | undefined>('approval');
  const hasQuorum = Form.useWatch<boolean | undefined>('hasQuorum') ?? true;
  if (!isWhole(approval) || (hasQuorum && !isWhole(quorum))) return null;
  return (
    <Meant
      rule={{
        ...rule,
        quorum: hasQuorum && isWhole(quorum) ? groupOf('quorum', quorum) : undefined,
        approval: groupOf('approval', approval),
      }}
    />
  );
}

/** A rule in words, or why it contradicts itself. */
export function Meant({ rule }: { rule: RuleInput }) {
  const t = useT();
  const said = useSaid();
  try {
    return (
      <Form.Item>
        <Alert type="info" showIcon message={said(ruleWords(parseRule(rule)))} />
      </Form.Item>
    );
  } catch (error) {
    if (!(error instanceof BallotError)) throw error;
    return (
      <Form.Item>
        <Alert type="error" showIcon message={t('rules.contradicts')} description={said(error.messages)} />
      </Form.Item>
    );
  }
}
