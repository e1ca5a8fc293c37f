import { findRule, ruleKeys } from '../catalogue';
import { BallotError } from '../errors';
import { tally } from '../tally';
import { assertInForce, confirmRule, parseRule } from './parse';
import type { RuleInput } from './schema';

const threshold = { operator: 'moreThan', num: 1, den: 2, base: 'present' } as const;
const aRule = (change: object = {}): object => ({
  schema: 1,
  key: 'test.rule',
  kind: 'decision',
  approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold }] },
  ...change,
});
const approvalBy = (change: object) => ({
  approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: { ...threshold, ...change } }] },
});

describe('a rule is refused', () => {
  test.each([
    ['of another schema version', { schema: 2 }, 'schema'],
    ['with an unknown base', approvalBy({ base: 'everybody' }), 'approval.clauses.0.threshold.base'],
    ['with a fractional share', approvalBy({ num: 0.5 }), 'approval.clauses.0.threshold.num'],
    ['with a share of nothing', approvalBy({ den: 0 }), 'approval.clauses.0.threshold.den'],
    ['with more than the whole', approvalBy({ num: 3 }), 'approval.clauses.0.threshold'],
    ['with votes measured in square metres', approvalBy({ base: 'area' }), 'approval.clauses.0.count'],
    [
      'with people measured in households',
      {
        quorum: { mode: 'allOf', clauses: [{ id: 'q', count: 'present', threshold: { ...threshold, base: 'households' } }] },
      },
      'quorum.clauses.0.count',
    ],
    [
      'with abstentions taken out of all members',
      { abstentions: 'outOfBase', ...approvalBy({ base: 'allMembers' }) },
      'approval.clauses.0.threshold.base',
    ],
    ['without approval', { approval: undefined }, 'approval'],
    [
      'with one clause id twice',
      {
        quorum: { mode: 'allOf', clauses: [{ id: 'approval', count: 'present', threshold: { ...threshold, base: 'due' } }] },
      },
      'approval.clauses.0.id',
    ],
    ['that counts ballots and lets recused members leave', { votesOf: 'recovered', recusal: 'leavesBase' }, 'recusal'],
    ['of a decision with a further election', { further: { rule: 'x' } }, 'further'],
    ['with a misspelt field', { abstention: 'outOfBase' }, 'rule'],
  ])('%s', (_, change, path) => {
    expect(problemPaths(aRule(change))).toContain(path);
  });

  const problemPaths = (input: object): string[] => {
    try {
      parseRule(input);
    } catch (error) {
      if (error instanceof BallotError && error.code === 'ballot.ruleInvalid') {
        // The code says which data it carries.
        return (error as BallotError<'ballot.ruleInvalid'>).data.problems.map(({ path }) => path);
      }
      throw error;
    }
    return [];
  };
});

describe('rules that nobody has confirmed', () => {
  const counts = { due: 100, present: 51, approve: 26, oppose: 25 };
  const confirmation = {
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: { ...threshold, base: 'due' } }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold }] },
    confirmed: { by: '县民政局', on: '2026-02-01', source: '居民委员会组织法（2025）' },
  } as const satisfies Partial<RuleInput>;

  test.each(['urban2026.meeting', 'urban2026.representatives', 'covenant.urban2026'])('%s is refused', (key) => {
    expect(() => tally(findRule(key), counts)).toThrow('ballot.ruleUnconfirmed');
  });

  test('can be used once somebody answers for the numbers', () => {
    const rule = confirmRule(findRule('urban2026.meeting'), {
      ...confirmation,
      quorum: { mode: 'allOf', clauses: [...confirmation.quorum.clauses] },
      approval: { mode: 'allOf', clauses: [...confirmation.approval.clauses] },
    });

    expect(tally(rule, counts).decided).toBe('passed');
    expect(rule.certainty).toBe('unsure');
  });

  test('even complete numbers are refused while they are unsure', () => {
    expect(() => tally(parseRule(aRule({ certainty: 'unsure' })), counts)).toThrow('ballot.ruleUnconfirmed');
  });
});

describe('the time a rule covers', () => {
  test.each([
    ['urban2018.meeting.adults', '2025-12-31', '2026-01-01'],
    ['urban2026.meeting', '2026-01-01', '2025-12-31'],
  ])('%s is in force on %s and not on %s', (key, within, outside) => {
    expect(() => assertInForce(findRule(key), within)).not.toThrow();
    expect(() => assertInForce(findRule(key), outside)).toThrow('ballot.ruleNotInForce');
  });
});

describe('predefined rules', () => {
  test.each(ruleKeys())('%s is plain JSON and names its source unless it is unsure', (key) => {
    const rule = findRule(key);

    expect(parseRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    expect(rule.source ?? rule.certainty).toMatch(/.{4}|unsure/);
  });

  test('an unknown key is refused with the known ones', () => {
    expect(() => findRule('village.meting')).toThrow('village.meeting');
  });
});
