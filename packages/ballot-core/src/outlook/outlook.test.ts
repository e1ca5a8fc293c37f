import fc from 'fast-check';
import { findRule } from '../catalogue';
import type { CountsInput } from '../counts';
import { parseRule, type Rule } from '../rule';
import { tally } from '../tally';
import { outlook } from './outlook';

const representatives = findRule('village.representatives');

describe('outlook', () => {
  test.each([
    ['willPass', { approve: 11 }, '还有 9 人未表决；即使其余全部反对，也已通过'],
    ['open', { approve: 10 }, '还有 10 人未表决；结果取决于其余的票'],
    ['cannotPass', { oppose: 10 }, '还有 10 人未表决；即使其余全部赞成，也不能通过'],
    ['open', { oppose: 9 }, '还有 11 人未表决；结果取决于其余的票'],
    ['willPass', { approve: 11, oppose: 9 }, '都已表决；已达到通过所需票数'],
    ['cannotPass', { approve: 10, oppose: 10 }, '都已表决；没有达到通过所需票数'],
  ] as const)('of 30 due and 20 present is %s after %j', (status, votes, sentence) => {
    const found = outlook(representatives, { due: 30, present: 20, ...votes });

    expect(found).toMatchObject({ status, sentence: { 'zh-CN': sentence } });
  });

  test('counts who is recused among those who will not vote', () => {
    const found = outlook(representatives, { due: 30, present: 20, recused: 1, oppose: 9 });

    expect(found).toMatchObject({ status: 'cannotPass', outstanding: 10 });
  });

  test('asks owners by heads and by area, whether those outside take part or not', () => {
    const rule = findRule('owners.meeting');
    const all = { due: 30, area: 3000 };
    const votes = (approve: number) => ({
      voted: 22,
      approve,
      oppose: 22 - approve,
      areaVoted: 2200,
      areaApprove: approve * 100,
      areaOppose: (22 - approve) * 100,
    });

    expect(outlook(rule, { ...all, ...votes(16) })?.status).toBe('willPass');
    expect(outlook(rule, { ...all, ...votes(15) })?.status).toBe('open');
    expect(outlook(rule, { ...all, ...votes(7) })?.status).toBe('cannotPass');
  });

  test('a quorum that only the others could bring is not there yet', () => {
    const few = { due: 30, area: 3000, voted: 17, approve: 17, areaVoted: 1700, areaApprove: 1700 };

    expect(outlook(findRule('owners.meeting'), few)?.status).toBe('open');
  });

  test.each([
    ['an election', 'village.committee.election', { registered: 10, voted: 6, approve: 6 }],
    ['a meeting whose sign-in is not known', 'village.representatives', { due: 30, approve: 3 }],
  ] as const)('says nothing of %s', (_, key, known) => {
    expect(outlook(findRule(key), known)).toBeUndefined();
  });

  test('more votes than people are refused', () => {
    expect(() => outlook(representatives, { due: 30, present: 20, approve: 15, oppose: 6 })).toThrow('ballot.votesDoNotAddUp');
    expect(() => outlook(findRule('owners.meeting'), { due: 3, area: 3, approve: 4, voted: 3 })).toThrow(
      'ballot.votesDoNotAddUp',
    );
  });

  test('is what every way in which the others can vote has in common', () => {
    fc.assert(
      fc.property(ruleArbitrary, votesArbitrary, fc.nat({ max: 5 }), (rule, votes, outstanding) => {
        const present = Object.values(votes).reduce((sum, count) => sum + count, 0) + outstanding;
        const known = { due: present + 2, present, ...votes };
        const results = endings(outstanding).map((more) => tally(rule, added(known, more)).decided === 'passed');

        const expected = results.every(Boolean) ? 'willPass' : results.some(Boolean) ? 'open' : 'cannotPass';
        expect(outlook(rule, known)).toMatchObject({ status: expected, outstanding });
      }),
    );
  });
});

const ruleArbitrary: fc.Arbitrary<Rule> = fc
  .record({
    num: fc.integer({ min: 1, max: 3 }),
    base: fc.constantFrom('due', 'present'),
    abstentions: fc.constantFrom('inBase', 'outOfBase'),
    invalid: fc.constantFrom('inBase', 'outOfBase'),
    recusal: fc.constantFrom('staysInBase', 'leavesBase'),
  })
  .map(({ num, base, abstentions, invalid, recusal }) =>
    parseRule({
      schema: 1,
      key: 'any',
      kind: 'decision',
      approval: {
        mode: 'allOf',
        clauses: [{ id: 'approval', count: 'approve', threshold: { operator: 'moreThan', num, den: 4, base } }],
      },
      ...(base === 'present' && { abstentions, invalid }),
      recusal,
    }),
  );

const few = fc.nat({ max: 4 });
const votesArbitrary = fc.record({ approve: few, oppose: few, abstain: few, invalid: few, recused: few });

const WAYS = ['approve', 'oppose', 'abstain', 'invalid', 'notVoting'] as const;

/** Every way in which so many can vote, each as how many of them did what. */
function endings(people: number, ways: readonly (typeof WAYS)[number][] = WAYS): CountsInput[] {
  const [way, ...others] = ways;
  if (!way) return people === 0 ? [{}] : [];
  return Array.from({ length: people + 1 }, (_, count) => count).flatMap((count) =>
    endings(people - count, others).map((rest) => ({ ...rest, [way]: count })),
  );
}

const added = (known: CountsInput, more: CountsInput): CountsInput => ({
  ...known,
  ...Object.fromEntries(WAYS.map((way) => [way, Number(known[way] ?? 0) + Number(more[way] ?? 0)])),
});
