import { feelMessages, formatFeelProblem, type FeelCode, type FeelData, type Json } from '@wuxin/feel';
import type { DecisionCode, DecisionData } from './errors';

export type DecisionLocale = 'zh-CN' | 'en-US';

/** One sentence per code; `{name}` is replaced from the `data` of the error. */
export const decisionMessages: { readonly [locale in DecisionLocale]: { readonly [code in DecisionCode]: string } } = {
  'zh-CN': {
    'decision.format': '决策表格式有误：{path}。',
    'decision.cells': '规则“{ruleId}”的单元格数量不对：应有 {expected} 个，现有 {actual} 个。',
    'decision.cell': '规则“{ruleId}”的“{label}”一格有误：{feel}',
    'decision.noHit': '决策表“{table}”没有适用的规则。',
    'decision.severalHits': '决策表“{table}”有多条规则同时适用：{ruleIds}。',
    'decision.contradiction': '决策表“{table}”中同时适用的规则结论不同：{ruleIds}。',
    'decision.outputValue': '规则“{ruleId}”的“{label}”不能是 {value}。',
    'decision.duplicateRule': '有两条规则的编号都是“{ruleId}”。',
    'decision.duplicateOutput': '有两个输出的名称都是“{name}”。',
    'decision.unreachable': '规则“{ruleId}”永远不会用到，因为“{coveredBy}”在它之前已全部涵盖。',
    'decision.notAggregable': '只有一个输出、命中策略为“收集”的决策表才能汇总。',
    'decision.notANumber': '规则“{ruleId}”的“{label}”是 {value}，不是数字，不能汇总。',
    'decision.noPriority': '按优先级决定的表，至少一个输出要列出可用的值，排在前面的优先。',
    'decision.testShape': '第 {number} 个测试的取值个数与表不一致。',
    'decision.testFails': '第 {number} 个测试没有通过：{values} 应得出 {expected}，现在得出 {actual}。',
    'decision.overlap': '规则 {ruleIds} 会同时适用，例如：{example}。',
    'decision.gap': '没有规则适用于：{example}。',
  },
  'en-US': {
    'decision.format': 'The decision table is malformed at {path}.',
    'decision.cells': 'Rule "{ruleId}" needs {expected} cells and has {actual}.',
    'decision.cell': 'Rule "{ruleId}", column "{label}" cannot be used: {feel}',
    'decision.noHit': 'No rule of table "{table}" applies.',
    'decision.severalHits': 'Several rules of table "{table}" apply: {ruleIds}.',
    'decision.contradiction': 'Rules of table "{table}" apply with different results: {ruleIds}.',
    'decision.outputValue': 'In rule "{ruleId}", "{label}" cannot be {value}.',
    'decision.duplicateRule': 'Two rules have the id "{ruleId}".',
    'decision.duplicateOutput': 'Two outputs have the name "{name}".',
    'decision.unreachable': 'Rule "{ruleId}" is never used, because "{coveredBy}" covers it before.',
    'decision.notAggregable': 'Only a table with one output and the hit policy COLLECT can be added up.',
    'decision.notANumber': 'In rule "{ruleId}", "{label}" is {value} and no number: it cannot be added up.',
    'decision.noPriority': 'A table that decides by priority needs an output that lists its values, the most important first.',
    'decision.testShape': 'Test {number} has another number of values than the table.',
    'decision.testFails': 'Test {number} fails: {values} should give {expected} and gives {actual}.',
    'decision.overlap': 'Rules {ruleIds} apply together, for example to {example}.',
    'decision.gap': 'No rule applies to {example}.',
  },
};

/** The sentence for a `DecisionError` or a `TableProblem`. */
export function formatDecisionProblem(
  problem: { readonly code: DecisionCode; readonly data: DecisionData },
  locale: DecisionLocale,
): string {
  return decisionMessages[locale][problem.code].replace(/\{(\w+)\}/g, (_, key: string) => textOf(problem.data[key], locale));
}

function textOf(value: Json | undefined, locale: DecisionLocale): string {
  if (value === undefined) return '';
  if (isFeelProblem(value)) return formatFeelProblem(value, locale);
  if (Array.isArray(value)) return value.map((item: Json) => textOf(item, locale)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The reason inside a `decision.cell`. */
function isFeelProblem(value: Json): value is { readonly code: FeelCode; readonly data: FeelData } {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('data' in value)) return false;
  return typeof value.code === 'string' && value.code in feelMessages['zh-CN'];
}
