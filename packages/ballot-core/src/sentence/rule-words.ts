import { labelOf, type Localized, type Measure } from '../measure';
import type { Clause, ClauseGroup, Rule } from '../rule';
import { fractionEnUs } from './fraction.en-US';
import { fractionZhCn } from './fraction.zh-CN';

type Wording = Pick<Rule, 'kind' | 'quorum' | 'approval' | 'shares' | 'abstentions' | 'invalid' | 'labels'>;

/** What a number is called, for forms and tables: 应到, "due". */
export const measureName = (measure: Measure): Localized => ({
  'zh-CN': labelOf(measure, 'zh-CN').fact,
  'en-US': labelOf(measure, 'en-US').fact,
});

const TO_PASS: { readonly [K in Rule['kind']]: Localized } = {
  decision: { 'zh-CN': '通过', 'en-US': 'to pass' },
  election: { 'zh-CN': '当选', 'en-US': 'to be elected' },
  petition: { 'zh-CN': '成立', 'en-US': 'to be valid' },
  composition: { 'zh-CN': '要求', 'en-US': 'asked for' },
};

/**
 * What a rule asks for, without any numbers of a meeting.
 *
 * @example ruleWords(findRule('village.representatives'))['zh-CN'] // '到会：实到达到应到的三分之二；通过：赞成超过实到半数'
 */
export const ruleWords = (rule: Wording): Localized => ({ 'zh-CN': inChinese(rule), 'en-US': inEnglish(rule) });

function inChinese(rule: Wording): string {
  const label = (measure: Measure) => labelOf(measure, 'zh-CN', rule.labels);
  const clause = ({ count, threshold: { operator, num, den, base } }: Clause) =>
    `${label(count).fact}${operator === 'atLeast' ? '达到' : '超过'}${label(base).share}${num * 2 === den ? '' : '的'}${fractionZhCn(num, den)}`;
  const group = ({ mode, clauses }: ClauseGroup) => clauses.map(clause).join(mode === 'allOf' ? '，且' : '，或');
  return [
    rule.quorum && `到会：${group(rule.quorum)}`,
    rule.approval ? `${TO_PASS[rule.kind]['zh-CN']}：${group(rule.approval)}` : '通过所需人数尚未确认',
    ...rule.shares.map((share) => `${clause(share)}（${share.onShort === 'block' ? '未达到则不能表决' : '仅提示'}）`),
    rule.abstentions === 'outOfBase' && '弃权不计入基数',
    rule.invalid === 'outOfBase' && '无效票不计入基数',
  ]
    .filter(Boolean)
    .join('；');
}

function inEnglish(rule: Wording): string {
  const label = (measure: Measure) => labelOf(measure, 'en-US', rule.labels);
  const clause = ({ count, threshold: { operator, num, den, base } }: Clause) =>
    `${label(count).fact}: ${operator === 'atLeast' ? 'at least' : 'more than'} ${fractionEnUs(num, den)} of ${label(base).share}`;
  const group = ({ mode, clauses }: ClauseGroup) => clauses.map(clause).join(mode === 'allOf' ? ' and ' : ' or ');
  return [
    rule.quorum && `quorum – ${group(rule.quorum)}`,
    rule.approval ? `${TO_PASS[rule.kind]['en-US']} – ${group(rule.approval)}` : 'the number needed to pass is not confirmed',
    ...rule.shares.map((share) => `${clause(share)} (${share.onShort === 'block' ? 'otherwise no vote' : 'a warning only'})`),
    rule.abstentions === 'outOfBase' && 'abstentions are not in the base',
    rule.invalid === 'outOfBase' && 'invalid votes are not in the base',
  ]
    .filter(Boolean)
    .join('; ');
}
