import { findRule } from '../catalogue';
import { tally } from './tally';

const rule = findRule('village.committee.election');
const turnout = { registered: 1001, voted: 501 };
const candidate = (id: string, approve: number) => ({ id, approve });

describe('elections with several candidates', () => {
  test('fill the seats with those who reach the threshold, most votes first', () => {
    const result = tally(rule, {
      ...turnout,
      seats: 2,
      candidates: [candidate('a', 260), candidate('b', 400), candidate('c', 270)],
    });

    expect(result.decided).toBe('passed');
    expect(result.election).toEqual({ seats: 2, elected: ['b', 'c'], tied: [], notElected: ['a'], seatsOpen: 0 });
  });

  test('V17: equal votes for the last seat lead to a new vote among the tied only', () => {
    const result = tally(rule, {
      ...turnout,
      seats: 2,
      candidates: [candidate('a', 260), candidate('b', 400), candidate('c', 260)],
    });

    expect(result.decided).toBe('revote');
    expect(result.election).toMatchObject({ elected: ['b'], tied: ['a', 'c'], seatsOpen: 1 });
    expect(result.sentence['zh-CN']).toContain('a、c同为 260 票，在票数相同者中重新投票，选出 1 人');
  });

  test('equal votes above the last seat are no tie', () => {
    const result = tally(rule, {
      ...turnout,
      seats: 2,
      candidates: [candidate('a', 300), candidate('b', 300), candidate('c', 260)],
    });

    expect(result.decided).toBe('passed');
  });

  test('equal votes below the threshold are no tie', () => {
    const result = tally(rule, { ...turnout, seats: 1, candidates: [candidate('a', 250), candidate('b', 250)] });

    expect(result.decided).toBe('furtherElection');
    expect(result.election).toMatchObject({ elected: [], tied: [], notElected: ['a', 'b'], seatsOpen: 1 });
  });

  test('seats that nobody qualifies for are left to a further election', () => {
    const result = tally(rule, {
      ...turnout,
      seats: 3,
      candidates: [candidate('a', 251), candidate('b', 250), candidate('c', 300)],
    });

    expect(result.decided).toBe('furtherElection');
    expect(result.election).toMatchObject({ elected: ['c', 'a'], notElected: ['b'], seatsOpen: 1 });
  });

  test('a further election goes by the most votes among those with a third of the ballots', () => {
    const further = findRule('village.committee.election.further');
    const result = tally(further, {
      recovered: 500,
      seats: 1,
      candidates: [candidate('a', 167), candidate('b', 200), candidate('c', 100)],
    });

    expect(result.election).toMatchObject({ elected: ['b'], notElected: ['a', 'c'] });
  });

  test('a candidate list is refused where nobody is elected', () => {
    const counts = { due: 30, present: 20, seats: 1, candidates: [candidate('a', 20)] };

    expect(() => tally(findRule('village.representatives'), counts)).toThrow('ballot.candidatesInvalid');
  });
});
