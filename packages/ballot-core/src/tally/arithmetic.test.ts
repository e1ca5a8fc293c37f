import { findRule } from '../catalogue';
import type { CountsInput } from '../counts';
import { tally } from './tally';

const outcome = (rule: string, counts: CountsInput) => {
  const { decided, needed } = tally(findRule(rule), counts);
  return { decided, needed };
};

describe('voting arithmetic (domain rules V1–V17)', () => {
  test('V1: of 101 adults, 51 are more than half', () => {
    const rule = 'village.meeting.persons';

    expect(outcome(rule, { due: 101, present: 50 })).toEqual({
      decided: 'noQuorum',
      needed: { 'quorum.persons': 51, 'approval': 26 },
    });
    expect(outcome(rule, { due: 101, present: 51, approve: 26, oppose: 25 })).toMatchObject({ decided: 'passed' });
  });

  test('V2: of 100 adults, 50 are not more than half', () => {
    const { decided, needed } = outcome('village.meeting.persons', { due: 100, present: 50 });

    expect(decided).toBe('noQuorum');
    expect(needed['quorum.persons']).toBe(51);
  });

  test.each([
    ['V3', 100, 66, 67, 'noQuorum'],
    ['V3', 100, 67, 67, 'passed'],
    ['V4', 99, 65, 66, 'noQuorum'],
    ['V4', 99, 66, 66, 'passed'],
  ])('%s: of %i households, %i represented where %i are needed: %s', (_, households, householdsPresent, needed, decided) => {
    const counts = { households, householdsPresent, approve: householdsPresent };

    expect(outcome('village.meeting.households', counts)).toMatchObject({ decided, needed: { 'quorum.households': needed } });
  });

  test('V5: of 30 representatives 20 may meet, and 10 of those 20 do not pass', () => {
    const counts = { due: 30, present: 20 };
    const needed = { quorum: 20, approval: 11 };

    expect(outcome('village.representatives', { ...counts, approve: 10, oppose: 7, abstain: 3 })).toEqual({
      decided: 'notPassed',
      needed,
    });
    expect(outcome('village.representatives', { ...counts, approve: 11, oppose: 9 })).toEqual({ decided: 'passed', needed });
    expect(outcome('village.representatives', { due: 30, present: 19 })).toMatchObject({ decided: 'noQuorum' });
  });

  test('V6: a Party decision is measured against the members due, not against those present', () => {
    const counts = { due: 15, present: 8 };
    const needed = { quorum: 8, approval: 8 };

    expect(outcome('party.meeting.decision', { ...counts, approve: 7, oppose: 1 })).toEqual({ decided: 'notPassed', needed });
    expect(outcome('party.meeting.decision', { ...counts, approve: 8 })).toEqual({ decided: 'passed', needed });
  });

  test('V8: the Party step of the four deliberations needs two thirds of the members due', () => {
    expect(outcome('4y.party', { due: 15, present: 9 })).toEqual({ decided: 'noQuorum', needed: { quorum: 10, approval: 8 } });
    expect(outcome('4y.party', { due: 15, present: 10, approve: 8, oppose: 2 })).toMatchObject({ decided: 'passed' });
  });

  test('V9: a Party election needs four fifths there and more than half of those due in favour', () => {
    expect(outcome('party.election', { due: 15, present: 12, approve: 8 })).toEqual({
      decided: 'passed',
      needed: { quorum: 12, approval: 8 },
    });
    expect(outcome('party.election', { due: 15, present: 12, approve: 7 })).toMatchObject({ decided: 'notPassed' });
    expect(outcome('party.election', { due: 15, present: 11, approve: 8 })).toMatchObject({ decided: 'noQuorum' });
  });

  test('V10: a committee election needs more than half of the registered, and more than half of the votes', () => {
    const counts = { registered: 1001, voted: 501 };

    expect(outcome('village.committee.election', { ...counts, approve: 251 })).toEqual({
      decided: 'passed',
      needed: { turnout: 501, approval: 251 },
    });
    expect(outcome('village.committee.election', { ...counts, approve: 250 })).toMatchObject({ decided: 'notPassed' });
    expect(outcome('village.committee.election', { registered: 1001, voted: 500 })).toMatchObject({ decided: 'noQuorum' });
  });

  test('V11: a further election needs one third of the ballots', () => {
    expect(outcome('village.committee.election.further', { recovered: 500, approve: 167 })).toEqual({
      decided: 'passed',
      needed: { approval: 167 },
    });
    expect(outcome('village.committee.election.further', { recovered: 500, approve: 166 })).toMatchObject({
      decided: 'notPassed',
    });
  });

  describe('V12: owners need both number and area', () => {
    const taking = { due: 300, voted: 200, area: 30000, areaVoted: 20000 };
    const votes = { approve: 101, oppose: 99, areaApprove: '10000.0001', areaOppose: '9999.9999' };

    test.each([
      ['both hold', {}, 'passed'],
      ['one owner too few takes part', { voted: 199, oppose: 98 }, 'noQuorum'],
      ['a square centimetre too little takes part', { areaVoted: '19999.9999', areaOppose: '9999.9998' }, 'noQuorum'],
      ['half of the owners', { approve: 100, oppose: 100 }, 'notPassed'],
      ['half of the area', { areaApprove: '10000', areaOppose: '10000' }, 'notPassed'],
    ])('%s', (_, change, decided) => {
      expect(outcome('owners.meeting', { ...taking, ...votes, ...change })).toMatchObject({ decided });
    });

    test('the needed numbers are exact to the square centimetre', () => {
      expect(outcome('owners.meeting', { ...taking, ...votes }).needed).toEqual({
        'quorum.owners': 200,
        'quorum.area': '20000',
        'approval.owners': 101,
        'approval.area': '10000.0001',
      });
    });
  });

  test('V13: a collective needs two thirds of all members to agree, so 60 of 90 present must all agree', () => {
    const needed = { quorum: 60, approval: 60 };

    expect(outcome('collective.members', { allMembers: 90, present: 60, approve: 60 })).toEqual({ decided: 'passed', needed });
    expect(outcome('collective.members', { allMembers: 90, present: 60, approve: 59, abstain: 1 })).toEqual({
      decided: 'notPassed',
      needed,
    });
  });

  test('V14: more ballots recovered than issued void the round, whatever the votes', () => {
    const result = tally(findRule('village.committee.election'), {
      registered: 150,
      voted: 100,
      issued: 100,
      recovered: 101,
      approve: 90,
    });

    expect(result.decided).toBe('void');
    expect(result.reasons).toEqual([{ code: 'ballots.moreThanIssued', issued: 100, recovered: 101 }]);
  });

  test('V15: of 31 representatives, 11 women are one third', () => {
    expect(outcome('village.representatives.women', { allMembers: 31, women: 10 })).toEqual({
      decided: 'notPassed',
      needed: { women: 11 },
    });
    expect(outcome('village.representatives.women', { allMembers: 31, women: 11 })).toMatchObject({ decided: 'passed' });
  });

  test('V16: a recall needs a fifth of the voters, or a third of the representatives', () => {
    const rule = 'village.recall.petition';

    expect(outcome(rule, { registered: 1001, petitioners: 200 })).toEqual({
      decided: 'notPassed',
      needed: { 'petition.voters': 201 },
    });
    expect(outcome(rule, { registered: 1001, petitioners: 201 })).toMatchObject({ decided: 'passed' });
    expect(
      outcome(rule, { registered: 1001, petitioners: 200, representatives: 31, petitioningRepresentatives: 11 }),
    ).toMatchObject({
      decided: 'passed',
    });
  });

  test('V17: a tie is not passed', () => {
    const result = tally(findRule('village.representatives'), { due: 60, present: 40, approve: 20, oppose: 20 });

    expect(result.decided).toBe('notPassed');
    expect(result.reasons).toContainEqual({ code: 'votes.tie', approve: 20, oppose: 20 });
  });

  test('VC18: an either-or meeting has its quorum when one of the two alternatives holds', () => {
    const counts = { due: 300, present: 80, households: 100, householdsPresent: 67, approve: 41, oppose: 39 };

    expect(outcome('village.meeting', counts)).toMatchObject({ decided: 'passed' });
    expect(outcome('village.meeting', { ...counts, householdsPresent: 66 })).toMatchObject({ decided: 'noQuorum' });
    expect(outcome('village.meeting', { due: 300, present: 151, approve: 76, oppose: 75 })).toMatchObject({ decided: 'passed' });
  });
});
