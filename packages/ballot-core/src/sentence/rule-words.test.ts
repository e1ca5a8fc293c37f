import { findRule } from '../catalogue';
import { measureName, ruleWords } from './rule-words';

test.each([
  [
    'village.representatives',
    '到会：实到达到应到的三分之二；通过：赞成超过实到半数',
    'quorum – present: at least two thirds of those due; to pass – in favour: more than half of those present',
  ],
  [
    'covenant.village',
    '到会：实到超过应到半数，或到会户代表达到总户数的三分之二；通过：赞成超过实到半数；到会妇女达到实到的百分之三十（仅提示）',
    'quorum – present: more than half of those due or households represented: at least two thirds of all households; to pass – in favour: more than half of those present; women present: at least 30% of those present (a warning only)',
  ],
  ['village.representatives.women', '要求：妇女达到全体成员的三分之一', 'asked for – women: at least one third of all members'],
  ['urban2026.meeting', '通过所需人数尚未确认', 'the number needed to pass is not confirmed'],
])('%s says what it asks for', (key, zh, en) => {
  expect(ruleWords(findRule(key))).toEqual({ 'zh-CN': zh, 'en-US': en });
});

it('says what is not in the base', () => {
  const rule = { ...findRule('village.representatives'), abstentions: 'outOfBase' as const };

  expect(ruleWords(rule)['zh-CN']).toMatch(/；弃权不计入基数$/);
});

it('names numbers for forms', () => {
  expect(measureName('due')).toEqual({ 'zh-CN': '应到', 'en-US': 'due' });
});
