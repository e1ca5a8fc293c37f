import type { Json } from '@wuxin/feel';
import type { DecisionLocale } from '../messages';
import type { Decision, ExplainedHit } from './decide';

/** The decision in one sentence: what was known, which rule applied, what follows. */
export function explainDecision({ explanation: { table, inputs, hits } }: Decision, locale: DecisionLocale): string {
  const isChinese = locale === 'zh-CN';
  const list = (pairs: readonly { label: string; value: Json }[]): string =>
    pairs.map(({ label, value }) => `${label} = ${JSON.stringify(value)}`).join(isChinese ? '，' : ', ');
  const hit = (rule: ExplainedHit): string => {
    const conditions = rule.conditions.map(({ label, test }) => `${label}: ${test}`).join(isChinese ? '，' : ', ');
    const because = conditions === '' ? '' : isChinese ? `（${conditions}）` : ` (${conditions})`;
    return isChinese
      ? `适用规则“${rule.ruleId}”${because}，得出 ${list(rule.results)}`
      : `rule "${rule.ruleId}"${because} gives ${list(rule.results)}`;
  };
  const none = isChinese ? '没有适用的规则' : 'no rule applies';
  const head = inputs.length === 0 ? table : isChinese ? `${table}：${list(inputs)}` : `${table}: ${list(inputs)}`;
  return `${head}${isChinese ? '；' : '; '}${hits.length === 0 ? none : hits.map(hit).join(isChinese ? '；' : '; ')}${isChinese ? '。' : '.'}`;
}
