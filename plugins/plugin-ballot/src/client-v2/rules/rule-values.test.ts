import { findRule, parseRule, ruleKeys, type RuleInput } from '@wuxin/ballot-core';
import { labelsIn, type LabelValue } from './labels';
import { ruleWith, valuesOf } from './rule-values';

const stored = (rule: RuleInput | null) => JSON.parse(JSON.stringify(rule)) as unknown;

describe('the form of a rule', () => {
  it.each(ruleKeys())('says of %s what the rule says where nothing is changed', (key) => {
    const rule = findRule(key);

    expect(stored(ruleWith(rule, valuesOf(rule)))).toEqual(stored(rule));
  });

  it.each(ruleKeys())('asks %s for nothing that its kind has no words for', (key) => {
    const { women, abstentions, invalid, further, ...asked } = valuesOf(findRule(key));

    expect(stored(ruleWith(findRule(key), asked))).toEqual(stored(findRule(key)));
  });

  describe('of the names of its numbers', () => {
    const rule = findRule('village.meeting.petition');
    const named = (labels: LabelValue[]) => ruleWith(rule, { ...valuesOf(rule), labels })?.labels;
    const { due } = rule.labels;

    it('keeps what shares say with a name that stays', () => {
      expect(due?.['en-US']).toEqual({ fact: 'villagers', share: 'the villagers' });
      expect(named([{ measure: 'due', fact: '全村村民', factEn: 'villagers' }])).toEqual({
        due: { 'zh-CN': { fact: '全村村民', share: '全村村民' }, 'en-US': due?.['en-US'] },
      });
    });

    it('takes another one, in Chinese for both where nobody enters English', () => {
      const present = { fact: '到场', share: '到场' };
      expect(named([...labelsIn(rule.labels), { measure: 'present', fact: ' 到场 ' }])).toEqual({
        due,
        present: { 'zh-CN': present, 'en-US': present },
      });
    });

    it('has the usual ones again where they are taken away', () => {
      expect(named([])).toEqual({});
    });
  });

  describe('of a share of women', () => {
    const rule = findRule('covenant.village');
    const withWomen = (women: object) =>
      ruleWith(rule, { ...valuesOf(rule), women: { isAsked: true, onShort: 'warn', ...women } });

    it('takes another number, for which whoever enters it answers', () => {
      expect(withWomen({ num: 1, den: 3 })?.shares).toEqual([
        { ...rule.shares[0], threshold: { ...rule.shares[0]!.threshold, num: 1, den: 3 }, certainty: undefined },
      ]);
    });

    it('keeps how sure its number is where it only decides what follows', () => {
      expect(withWomen({ num: 30, den: 100, onShort: 'block' })?.shares).toEqual([{ ...rule.shares[0], onShort: 'block' }]);
    });

    it('is not whole without a number, and gone where nobody asks for it', () => {
      expect(withWomen({ num: 1 })).toBeNull();
      expect(withWomen({ isAsked: false })?.shares).toEqual([]);
    });

    it('is of the people present, or of the households where these vote', () => {
      const women = { isAsked: true, num: 1, den: 4, onShort: 'block' } as const;
      const baseOf = (key: string) => {
        const begun = findRule(key);
        const { shares } = parseRule(ruleWith(begun, { ...valuesOf(begun), women }));
        return shares.map(({ id, threshold }) => [id, threshold.base]);
      };

      expect(baseOf('village.meeting.persons')).toEqual([['women', 'present']]);
      expect(baseOf('village.meeting.households')).toEqual([['women', 'householdsPresent']]);
    });
  });

  it('gives an election another one for the seats that stay empty, or none', () => {
    const rule = findRule('village.committee.election');
    const furtherOf = (further: string, extraCandidates?: number | null) =>
      parseRule(ruleWith(rule, { ...valuesOf(rule), further, extraCandidates })).further;

    expect(furtherOf('own.further', 2)).toEqual({ rule: 'own.further', extraCandidates: 2 });
    expect(furtherOf('own.further', null)).toEqual({ rule: 'own.further' });
    expect(furtherOf('')).toBeUndefined();
  });

  it('takes the Chinese for English words that nobody wrote', () => {
    const rule = findRule('village.group');

    expect(ruleWith(rule, { ...valuesOf(rule), title: ' 小组会 ', titleEn: ' ', note: '本地', noteEn: '' })).toMatchObject({
      title: { 'zh-CN': '小组会', 'en-US': '小组会' },
      note: { 'zh-CN': '本地', 'en-US': '本地' },
    });
  });
});
