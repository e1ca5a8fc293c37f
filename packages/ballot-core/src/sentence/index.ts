import type { Candidate } from '../counts';
import type { Localized } from '../measure';
import type { ReadyRule } from '../rule';
import type { Finding } from '../tally';
import { grammarEnUs } from './grammar.en-US';
import { grammarZhCn } from './grammar.zh-CN';
import { narrate } from './narrator';

export { factEnUs } from './grammar.en-US';
export { factZhCn } from './grammar.zh-CN';
export { measureName, ruleWords } from './rule-words';

/** What was decided and by which numbers, as one plain sentence for minutes and notices. */
export function sentenceOf(rule: ReadyRule, finding: Finding, candidates: readonly Candidate[]): Localized {
  const telling = { rule, finding, candidates };
  return {
    'zh-CN': narrate({ ...telling, grammar: grammarZhCn(rule.kind, rule.labels) }),
    'en-US': narrate({ ...telling, grammar: grammarEnUs(rule.labels) }),
  };
}
