import { findRule } from '../catalogue';
import { parseRule } from '../rule';
import { tally } from '../tally';
import { nextRound } from './next-round';

const election = findRule('village.committee.election');
const turnout = { registered: 1001, voted: 501 };
const candidates = (votes: Readonly<Record<string, number>>) => Object.entries(votes).map(([id, approve]) => ({ id, approve }));
const round = (rule: typeof election, seats: number, votes: Readonly<Record<string, number>>) =>
  nextRound(rule, tally(rule, { ...turnout, seats, candidates: candidates(votes) }));

describe('after a round', () => {
  test('that filled every seat nothing follows', () => {
    expect(round(election, 1, { a: 300, b: 200 })).toBeUndefined();
  });

  test('in which candidates tied, these alone are voted on for the seats that are left', () => {
    expect(round(election, 2, { a: 260, b: 400, c: 260, d: 50 })).toEqual({
      kind: 'revote',
      rule: 'village.committee.election',
      seats: 1,
      candidates: ['a', 'c'],
    });
  });

  test('that left seats open, the others are voted on by the rule for further elections, most votes first', () => {
    expect(round(election, 2, { a: 100, b: 400, c: 200 })).toEqual({
      kind: 'further',
      rule: 'village.committee.election.further',
      seats: 1,
      candidates: ['c', 'a'],
    });
  });

  test('only so many may stand as the rule lets, and with them whoever has as many votes as the last', () => {
    const two = parseRule({ ...election, further: { rule: 'village.committee.election.further', extraCandidates: 1 } });

    expect(round(two, 1, { a: 100, b: 90, c: 80 })).toMatchObject({ candidates: ['a', 'b'] });
    expect(round(two, 1, { a: 100, b: 90, c: 90, d: 80 })).toMatchObject({ candidates: ['a', 'b', 'c'] });
  });

  test('that is void everybody votes again', () => {
    const result = tally(election, { ...turnout, issued: 100, recovered: 101, seats: 1, candidates: candidates({ a: 60 }) });

    expect(nextRound(election, result)).toEqual({ kind: 'again', rule: 'village.committee.election' });
  });

  test('with too few voters, and after a decision that did not pass, nothing follows by itself', () => {
    const few = tally(election, { registered: 1001, voted: 500, seats: 1, candidates: candidates({ a: 400 }) });
    const decision = findRule('village.representatives');

    expect(nextRound(election, few)).toBeUndefined();
    expect(nextRound(decision, tally(decision, { due: 30, present: 20, approve: 9, oppose: 11 }))).toBeUndefined();
  });

  test('a rule for further elections names one that there is', () => {
    expect(findRule(election.further!.rule)).toMatchObject({ kind: 'election' });
  });
});
