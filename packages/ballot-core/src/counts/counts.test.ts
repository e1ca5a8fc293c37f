import { findRule } from '../catalogue';
import { BallotError } from '../errors';
import { checkCounts, tally } from '../tally';

const refusal = (rule: string, counts: object) => {
  try {
    tally(findRule(rule), counts);
  } catch (error) {
    if (error instanceof BallotError) return error.toJSON();
    throw error;
  }
  return undefined;
};

describe('counts that contradict each other are refused with the fields and numbers', () => {
  const meeting = { due: 30, present: 20 };

  test.each([
    [
      'votes that are not those of the people present',
      { ...meeting, approve: 10, oppose: 5, abstain: 4 },
      {
        code: 'ballot.votesDoNotAddUp',
        data: { parts: { approve: 10, oppose: 5, abstain: 4 }, sum: 19, totalField: 'present', total: 20 },
      },
    ],
    ['a bare number in favour', { ...meeting, approve: 11 }, { code: 'ballot.votesDoNotAddUp' }],
    [
      'more present than due',
      { due: 30, present: 31, approve: 31 },
      {
        code: 'ballot.countTooLarge',
        data: { field: 'present', got: 31, limitField: 'due', limit: 30 },
      },
    ],
    ['more women present than people', { ...meeting, womenPresent: 21, approve: 20 }, { code: 'ballot.countTooLarge' }],
    [
      'a missing number',
      { due: 30 },
      { code: 'ballot.countMissing', data: { fields: ['present'], rule: 'village.representatives' } },
    ],
    ['no votes at all', meeting, { code: 'ballot.countMissing', data: { fields: ['approve'], rule: 'village.representatives' } }],
    ['a negative number', { ...meeting, approve: -1 }, { code: 'ballot.countNotWhole', data: { field: 'approve', got: '-1' } }],
    ['a fraction', { ...meeting, approve: 1.5 }, { code: 'ballot.countNotWhole' }],
    ['a number in quotes', { ...meeting, approve: '11' }, { code: 'ballot.countNotWhole' }],
    ['a number that JSON cannot hold exactly', { due: 2 ** 53, present: 20, approve: 11 }, { code: 'ballot.countNotWhole' }],
    ['a misspelt name', { ...meeting, aprove: 11 }, { code: 'ballot.countUnknown', data: { field: 'aprove' } }],
    ['a name that objects inherit', { ...meeting, toString: 11 }, { code: 'ballot.countUnknown', data: { field: 'toString' } }],
    ['a list', [], { code: 'ballot.countsInvalid' }],
  ])('%s', (_, counts, expected) => {
    expect(refusal('village.representatives', counts)).toMatchObject(expected);
  });

  test('people who do not vote are part of the sum', () => {
    expect(
      refusal('village.representatives', { ...meeting, approve: 11, oppose: 4, abstain: 2, invalid: 1, notVoting: 2 }),
    ).toBeUndefined();
  });

  test('areas must add up too', () => {
    const counts = { due: 3, voted: 3, area: 300, areaVoted: 300, approve: 3, areaApprove: '299.99' };

    expect(refusal('owners.meeting', counts)).toMatchObject({
      code: 'ballot.votesDoNotAddUp',
      data: { parts: { areaApprove: '299.99' }, totalField: 'areaVoted', total: '300' },
    });
  });

  test('an area as a fractional number is refused, because it is not exact', () => {
    expect(refusal('owners.meeting', { due: 3, voted: 3, area: 89.37 })).toMatchObject({ code: 'ballot.areaNotExact' });
  });

  test('every violation is listed for a form', () => {
    const violations = checkCounts(findRule('village.representatives'), { due: 30, present: 31, womenPresent: 32, approve: 1 });

    expect(violations.map(({ code }) => code)).toEqual([
      'ballot.countTooLarge',
      'ballot.countTooLarge',
      'ballot.votesDoNotAddUp',
    ]);
  });
});

describe('ballots of an election', () => {
  const counts = { registered: 100, voted: 80, issued: 80, recovered: 80, invalid: 5 };

  test.each([
    [
      'a candidate with more votes than countable ballots',
      { seats: 1, candidates: [{ id: 'a', approve: 76 }] },
      'ballot.candidateVotesTooMany',
    ],
    [
      'more marks than ballots and seats allow',
      {
        seats: 1,
        candidates: [
          { id: 'a', approve: 40 },
          { id: 'b', approve: 36 },
        ],
      },
      'ballot.tooManyMarks',
    ],
    [
      'a candidate listed twice',
      {
        seats: 2,
        candidates: [
          { id: 'a', approve: 4 },
          { id: 'a', approve: 3 },
        ],
      },
      'ballot.candidateTwice',
    ],
    ['no seats', { candidates: [{ id: 'a', approve: 4 }] }, 'ballot.candidatesInvalid'],
    ['no candidates', { seats: 1, candidates: [] }, 'ballot.candidatesInvalid'],
    ['a candidate without votes', { seats: 1, candidates: [{ id: 'a' }] }, 'ballot.countNotWhole'],
    ['valid and invalid ballots that are not the recovered ones', { valid: 74, approve: 50 }, 'ballot.votesDoNotAddUp'],
    ['more recovered than voted', { voted: 79, approve: 50 }, 'ballot.countTooLarge'],
  ])('%s is refused', (_, change, code) => {
    expect(refusal('village.committee.election', { ...counts, ...change })).toMatchObject({ code });
  });
});

describe('V18: members without a vote', () => {
  const members = { allMembers: 18, probationary: 2, placedOnProbation: 1 };

  test('are taken off the members due', () => {
    const { needed } = tally(findRule('party.meeting.decision'), { ...members, present: 8, approve: 8 });

    expect(needed).toEqual({ quorum: 8, approval: 8 });
  });

  test('must explain the number due that was entered', () => {
    expect(refusal('party.meeting.decision', { ...members, due: 18, present: 9, approve: 9 })).toMatchObject({
      code: 'ballot.dueDoesNotMatch',
      data: { due: 18, allMembers: 18, excluded: 3 },
    });
  });

  test('cannot be taken off an unknown number', () => {
    expect(refusal('party.meeting.decision', { due: 18, probationary: 2, present: 9, approve: 9 })).toMatchObject({
      code: 'ballot.countMissing',
      data: { fields: ['allMembers'] },
    });
  });
});
