import { parseRule, ruleWords } from '@wuxin/ballot-core';
import type { Localized } from '../../common/api';
import { useSaid, useT } from '../i18n';
import { useRule } from './RulesProvider';

/** A rule by its title and in words. */
export function RuleWords({ ruleKey, title }: { ruleKey: string; title: Localized }) {
  const t = useT();
  const said = useSaid();
  const rule = useRule(ruleKey);
  return <>{rule ? t('result.rule', { title: said(title), words: said(ruleWords(parseRule(rule.rule))) }) : said(title)}</>;
}
