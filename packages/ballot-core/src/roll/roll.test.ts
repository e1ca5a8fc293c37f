import { findRule } from '../catalogue';
import { tally } from '../tally';
import { countRoll, type RollEntry } from './roll';

const here = (person: string, change: Partial<RollEntry> = {}): RollEntry => ({ person, place: '幸福社区', ...change });
const count = (rule: string, entries: RollEntry[]) => countRoll(findRule(rule), '幸福社区', entries);

describe('roll', () => {
  test('V18: probationary members and those placed on probation are not due, though they may be there', () => {
    const { counts, excluded } = count('party.meeting.decision', [
      here('a', { isPresent: true }),
      here('b', { standing: 'probationary', isPresent: true }),
      here('c', { standing: 'placedOnProbation' }),
    ]);

    expect(counts).toMatchObject({ allMembers: 3, due: 1, present: 1 });
    expect(excluded).toEqual(['b', 'c']);
  });

  test('V19: a person who also represents a household has one vote', () => {
    const { counts } = count('village.meeting', [
      here('a', { isPresent: true }),
      here('a', { household: 'h1', representsHousehold: true }),
      here('b', { household: 'h2', representsHousehold: true, isPresent: true }),
    ]);

    expect(counts).toMatchObject({ due: 2, present: 2, households: 2, householdsPresent: 2 });
  });

  test('two representatives of one household are one household', () => {
    const { counts } = count('village.meeting.households', [
      here('a', { household: 'h1', representsHousehold: true, isPresent: true }),
      here('b', { household: 'h1', representsHousehold: true, isPresent: true }),
    ]);

    expect(counts).toMatchObject({ households: 1, householdsPresent: 1 });
  });

  test('V20: enrolment in two places blocks the vote until one side withdraws', () => {
    const rule = findRule('village.meeting');
    const elsewhere = { person: 'a', place: '老村' };
    const entries = [here('a', { isPresent: true }), here('b', { isPresent: true })];

    const disputed = countRoll(rule, '幸福社区', [...entries, elsewhere]);
    const settled = countRoll(rule, '幸福社区', [...entries, { ...elsewhere, isWithdrawn: true }]);

    expect(disputed.doubleEnrolled).toEqual(['a']);
    expect(tally(rule, { ...disputed.counts, approve: 2 })).toMatchObject({
      decided: 'blocked',
      sentence: { 'zh-CN': '有 1 人在两地重复登记，须一方退出后才能计票，暂停表决' },
    });
    expect(tally(rule, { ...settled.counts, approve: 2 }).decided).toBe('passed');
  });

  test('counts the women among those with a vote', () => {
    const { counts } = count('village.meeting', [
      here('a', { isWoman: true, isPresent: true }),
      here('b', { isWoman: true }),
      here('c'),
    ]);

    expect(counts).toMatchObject({ women: 2, womenPresent: 1 });
  });

  test('an entry that cannot be read is refused with its path', () => {
    expect(() => countRoll(findRule('village.meeting'), '幸福社区', [{ person: 'a' }])).toThrow('ballot.rollInvalid');
  });
});
