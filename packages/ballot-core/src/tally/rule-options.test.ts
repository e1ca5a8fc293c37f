import { findRule } from '../catalogue';
import { parseRule, type RuleInput } from '../rule';
import { tally } from './tally';

const aRule = (change: Partial<RuleInput> = {}) =>
  parseRule({
    schema: 1,
    key: 'test.rule',
    kind: 'decision',
    quorum: {
      mode: 'allOf',
      clauses: [{ id: 'quorum', count: 'present', threshold: { operator: 'atLeast', num: 1, den: 2, base: 'due' } }],
    },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'approval', count: 'approve', threshold: { operator: 'atLeast', num: 2, den: 3, base: 'present' } }],
    },
    ...change,
  });

describe('abstentions, blank and invalid votes', () => {
  const counts = { due: 30, present: 20, approve: 12, oppose: 2, abstain: 2, blank: 1, invalid: 3 };

  test.each([
    ['stay in the base unless the rule says otherwise', {}, 14],
    ['abstentions and blanks leave the base together', { abstentions: 'outOfBase' }, 12],
    ['invalid votes leave the base', { invalid: 'outOfBase' }, 12],
    ['a blank vote is invalid where the rule says so', { invalid: 'outOfBase', blank: 'invalid' }, 11],
    ['both leave the base', { abstentions: 'outOfBase', invalid: 'outOfBase' }, 10],
  ] as const)('%s', (_, change, needed) => {
    expect(tally(aRule(change), counts).needed['approval']).toBe(needed);
  });

  test('an abstention counts for the quorum even where it leaves the base', () => {
    const result = tally(aRule({ abstentions: 'outOfBase' }), { due: 30, present: 15, approve: 2, oppose: 0, abstain: 13 });

    expect(result.decided).toBe('passed');
    expect(result.sentence['zh-CN']).toBe(
      '应到 30 人，实到 15 人，达到半数；赞成 2 人，达到实到（不计弃权，为 2 人）的三分之二，通过',
    );
  });

  test('when everybody abstains nothing is passed', () => {
    expect(tally(aRule({ abstentions: 'outOfBase' }), { due: 30, present: 15, approve: 0, abstain: 15 }).decided).toBe(
      'notPassed',
    );
  });

  test('a decision with more against than in favour is not passed, however low the threshold', () => {
    const low = aRule({
      approval: {
        mode: 'allOf',
        clauses: [{ id: 'approval', count: 'approve', threshold: { operator: 'atLeast', num: 1, den: 4, base: 'present' } }],
      },
    });

    expect(tally(low, { due: 30, present: 20, approve: 8, oppose: 12 })).toMatchObject({
      decided: 'notPassed',
      reasons: expect.arrayContaining([{ code: 'votes.outnumbered', approve: 8, oppose: 12 }]),
    });
  });
});

describe('members who are recused', () => {
  const counts = { due: 30, present: 20, recused: 2, approve: 12, oppose: 6 };

  test('stay among those present unless the rule says otherwise', () => {
    const { decided, needed } = tally(aRule(), counts);

    expect([decided, needed['approval']]).toEqual(['notPassed', 14]);
  });

  test('leave the base of the vote where the rule says so, and the sentence says so', () => {
    const { decided, needed, sentence } = tally(aRule({ recusal: 'leavesBase' }), counts);

    expect([decided, needed['approval']]).toEqual(['passed', 12]);
    expect(sentence['zh-CN']).toContain('赞成 12 人，达到实到（不计回避，为 18 人）的三分之二');
    expect(sentence['en-US']).toContain('at least two thirds of those present (18 without those recused)');
  });

  test('count for the quorum in any case: they came to the meeting', () => {
    const few = { due: 30, present: 15, recused: 2, approve: 13 };

    expect(tally(aRule({ recusal: 'leavesBase' }), few).decided).toBe('passed');
    expect(tally(aRule({ recusal: 'leavesBase' }), { ...few, present: 14, approve: 12 }).decided).toBe('noQuorum');
  });

  test('of households leave the households', () => {
    const clause = { id: 'approval', count: 'approve', threshold: { operator: 'moreThan', num: 1, den: 2, base: 'households' } };
    const rule = aRule({
      recusal: 'leavesBase',
      votesOf: 'householdsPresent',
      quorum: undefined,
      approval: { mode: 'allOf', clauses: [clause] } as RuleInput['approval'],
    });

    expect(tally(rule, { households: 21, householdsPresent: 12, recused: 1, approve: 11 }).needed['approval']).toBe(11);
  });

  test('may neither vote nor be more than came', () => {
    expect(() => tally(aRule(), { ...counts, approve: 14 })).toThrow('ballot.votesDoNotAddUp');
    expect(() => tally(aRule(), { due: 30, present: 20, recused: 21 })).toThrow('ballot.countTooLarge');
  });
});

describe("women's share", () => {
  const share = {
    id: 'women',
    count: 'womenPresent',
    threshold: { operator: 'atLeast', num: 30, den: 100, base: 'present' },
  } as const;
  const counts = { due: 30, present: 20, approve: 20 };

  test('only warns where the rule says so', () => {
    const result = tally(aRule({ shares: [{ ...share, onShort: 'warn' }] }), { ...counts, womenPresent: 5 });

    expect(result.decided).toBe('passed');
    expect(result.reasons).toContainEqual(
      expect.objectContaining({ code: 'share.short', got: 5, needed: 6, missing: 1, onShort: 'warn' }),
    );
  });

  test('blocks where the rule says so', () => {
    const rule = aRule({ shares: [{ ...share, onShort: 'block' }] });

    expect(tally(rule, { ...counts, womenPresent: 5 }).decided).toBe('blocked');
    expect(tally(rule, { ...counts, womenPresent: 6 }).decided).toBe('passed');
  });

  test('must be known where it may block', () => {
    expect(() => tally(aRule({ shares: [{ ...share, onShort: 'block' }] }), counts)).toThrow('ballot.countMissing');
  });

  test('is a warning when unknown and only warning', () => {
    expect(tally(findRule('covenant.village'), { due: 30, present: 20, approve: 20 }).reasons).toContainEqual({
      code: 'share.unknown',
      clause: 'women',
      count: 'womenPresent',
      onShort: 'warn',
    });
  });
});
