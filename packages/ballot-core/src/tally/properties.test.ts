import fc from 'fast-check';
import { findRule, ruleKeys } from '../catalogue';
import type { CountsInput } from '../counts';
import { neededOf, type Operator } from '../threshold';
import { parseRule, type Rule } from '../rule';
import { tally } from './tally';
import type { ClauseReason, Reason } from './result';

const shareArbitrary = fc
  .record({ operator: fc.constantFrom<Operator>('atLeast', 'moreThan'), den: fc.integer({ min: 2, max: 1000 }) })
  .chain(({ operator, den }) =>
    fc.record({ operator: fc.constant(operator), den: fc.constant(den), num: fc.integer({ min: 1, max: den - 1 }) }),
  );

const ruleArbitrary: fc.Arbitrary<Rule> = fc
  .record({
    quorum: shareArbitrary,
    approval: shareArbitrary,
    base: fc.constantFrom('due', 'present'),
    abstentions: fc.constantFrom('inBase', 'outOfBase'),
    invalid: fc.constantFrom('inBase', 'outOfBase'),
    blank: fc.constantFrom('abstention', 'invalid'),
  })
  .map(({ quorum, approval, base, abstentions, invalid, blank }) =>
    parseRule({
      schema: 1,
      key: 'any',
      kind: 'decision',
      quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: { ...quorum, base: 'due' } }] },
      approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: { ...approval, base } }] },
      ...(base === 'present' && { abstentions, invalid }),
      blank,
    }),
  );

type Votes = Record<'approve' | 'oppose' | 'abstain' | 'blank' | 'invalid' | 'notVoting', number>;
const few = fc.nat({ max: 40 });
const votesArbitrary: fc.Arbitrary<Votes> = fc.record({
  approve: few,
  oppose: few,
  abstain: few,
  blank: few,
  invalid: few,
  notVoting: few,
});
const countsOf = (votes: Votes, absent: number): CountsInput & { due: number } => {
  const present = Object.values(votes).reduce((sum, number) => sum + number, 0);
  return { due: present + absent, present, ...votes };
};

describe('for any rule and any counts', () => {
  test('a vote that changes to approval never turns passed into not passed', () => {
    fc.assert(
      fc.property(
        ruleArbitrary,
        votesArbitrary,
        few,
        fc.constantFrom('oppose', 'abstain', 'blank', 'invalid', 'notVoting'),
        (rule, votes, absent, from) => {
          fc.pre(votes[from] > 0);
          const before = tally(rule, countsOf(votes, absent));
          const after = tally(rule, countsOf({ ...votes, approve: votes.approve + 1, [from]: votes[from] - 1 }, absent));

          expect(before.decided !== 'passed' || after.decided === 'passed').toBe(true);
        },
      ),
    );
  });

  test('one more who comes and approves never turns passed into not passed', () => {
    fc.assert(
      fc.property(ruleArbitrary, votesArbitrary, fc.integer({ min: 1, max: 40 }), (rule, votes, absent) => {
        const before = tally(rule, countsOf(votes, absent));
        const after = tally(rule, countsOf({ ...votes, approve: votes.approve + 1 }, absent - 1));

        expect(before.decided !== 'passed' || after.decided === 'passed').toBe(true);
      }),
    );
  });

  test('how those present vote never changes the quorum', () => {
    fc.assert(
      fc.property(ruleArbitrary, votesArbitrary, few, (rule, votes, absent) => {
        const abstaining = { ...votes, approve: 0, abstain: votes.abstain + votes.approve };
        const quorumOf = (reasons: readonly Reason[]) => reasons.filter(({ code }) => code.startsWith('quorum'));

        expect(quorumOf(tally(rule, countsOf(abstaining, absent)).reasons)).toEqual(
          quorumOf(tally(rule, countsOf(votes, absent)).reasons),
        );
      }),
    );
  });

  test('the same counts in another order give the same bytes', () => {
    fc.assert(
      fc.property(ruleArbitrary, votesArbitrary, few, (rule, votes, absent) => {
        const counts = countsOf(votes, absent);
        const reordered: CountsInput = Object.fromEntries(Object.entries(counts).toReversed());

        expect(JSON.stringify(tally(rule, reordered))).toBe(JSON.stringify(tally(rule, counts)));
      }),
    );
  });

  test('both sentences contain every number that decided', () => {
    fc.assert(
      fc.property(ruleArbitrary, votesArbitrary, few, (rule, votes, absent) => {
        const { reasons, sentence } = tally(rule, countsOf(votes, absent));
        const numbers = reasons.filter(isClause).flatMap(({ base, got }) => [String(base), String(got)]);

        expect(numbers.filter((number) => !numbersIn(sentence['zh-CN']).has(number))).toEqual([]);
        expect(numbers.filter((number) => !numbersIn(sentence['en-US']).has(number))).toEqual([]);
      }),
    );
  });
});

const isClause = (reason: Reason): reason is ClauseReason => 'needed' in reason;
const numbersIn = (sentence: string): Set<string> => new Set(sentence.match(/\d+(\.\d+)?/g));

describe('for any election', () => {
  const votes = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 6 });
  const elect = (approvals: readonly number[], seats: number) => {
    const candidates = approvals.map((approve, index) => ({ id: `c${index}`, approve }));
    const { election } = tally(findRule('village.committee.election'), { registered: 200, voted: 101, seats, candidates });
    if (!election) throw new Error('an election has an outcome');
    return election;
  };
  const isPossible = (approvals: readonly number[], seats: number) =>
    approvals.reduce((sum, approve) => sum + approve, 0) <= 101 * seats;

  test('every candidate is elected, tied or not elected, and no seat is filled twice', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 4 }), (approvals, seats) => {
        fc.pre(isPossible(approvals, seats));
        const { elected, tied, notElected, seatsOpen } = elect(approvals, seats);

        expect([...elected, ...tied, ...notElected].toSorted()).toEqual(approvals.map((_, index) => `c${index}`));
        expect(elected.length + seatsOpen).toBe(seats);
      }),
    );
  });

  test('one more vote never costs a candidate the seat', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 4 }), (approvals, seats) => {
        const [first = 0, ...others] = approvals;
        const more = [first + 1, ...others];
        fc.pre(isPossible(more, seats) && elect(approvals, seats).elected.includes('c0'));

        expect(elect(more, seats).elected).toContain('c0');
      }),
    );
  });
});

describe('thresholds against an oracle', () => {
  const large = fc.bigInt({ min: 1n, max: BigInt(Number.MAX_SAFE_INTEGER) });

  test('the needed number meets the share, and one less does not', () => {
    fc.assert(
      fc.property(shareArbitrary, large, ({ operator, num, den }, base) => {
        const reaches = (got: bigint) => {
          const difference = got * BigInt(den) - base * BigInt(num);
          return operator === 'atLeast' ? difference >= 0n : difference > 0n;
        };
        const needed = neededOf({ operator, num, den, base: 'due' }, base);

        expect(reaches(needed)).toBe(true);
        expect(reaches(needed - 1n)).toBe(false);
      }),
    );
  });

  test('a decision flips exactly at the needed number, also where floating point would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: Number.MAX_SAFE_INTEGER }), (present) => {
        const needed = Number(BigInt(present) / 2n + 1n);
        const decide = (approve: number) =>
          tally(findRule('village.representatives'), { due: present, present, approve, oppose: present - approve }).decided;

        expect([decide(needed - 1), decide(needed)]).toEqual(['notPassed', 'passed']);
      }),
    );
  });

  test('of an empty base no share is reached', () => {
    fc.assert(
      fc.property(shareArbitrary, ({ operator, num, den }) => {
        expect(neededOf({ operator, num, den, base: 'present' }, 0n)).toBe(1n);
      }),
    );
  });
});

test('every predefined rule that can be used says no quorum or not passed to empty rooms', () => {
  const usable = ruleKeys()
    .map(findRule)
    .filter((rule) => rule.approval);
  const empty = {
    due: 9,
    present: 0,
    households: 9,
    householdsPresent: 0,
    registered: 9,
    voted: 0,
    recovered: 0,
    allMembers: 9,
    representatives: 0,
    women: 0,
    petitioners: 0,
    petitioningRepresentatives: 0,
    area: 9,
    areaVoted: 0,
    approve: 0,
  };

  expect(new Set(usable.map((rule) => tally(rule, empty).decided))).toEqual(new Set(['noQuorum', 'notPassed']));
});
