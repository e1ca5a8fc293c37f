import { countsOf } from './counts';

const MOTION = { candidates: [], seats: null };
const ELECTION = {
  candidates: [
    { id: 'a', name: '张三' },
    { id: 'b', name: '李四' },
    { id: 'c', name: '王五' },
  ],
  seats: 2,
};

describe('opened ballots', () => {
  it('of a motion are counted by answer; one without a mark is blank', () => {
    const choices = [['approve'], ['approve'], ['oppose'], ['abstain'], []];

    expect(countsOf(MOTION, { choices })).toEqual({ recovered: 5, invalid: 0, blank: 1, approve: 2, oppose: 1, abstain: 1 });
  });

  it('with two answers, an answer that nobody offered, or none that can be read are invalid', () => {
    const choices = [['approve', 'oppose'], ['maybe'], null, ['approve']];

    expect(countsOf(MOTION, { choices })).toEqual({ recovered: 4, invalid: 3, blank: 0, approve: 1, oppose: 0, abstain: 0 });
  });

  it('of an election are counted by candidate, and give each at most one vote', () => {
    const choices = [['a', 'b'], ['a'], ['c'], []];

    expect(countsOf(ELECTION, { choices })).toEqual({
      recovered: 4,
      invalid: 0,
      blank: 1,
      seats: 2,
      candidates: [
        { id: 'a', name: '张三', approve: 2 },
        { id: 'b', name: '李四', approve: 1 },
        { id: 'c', name: '王五', approve: 1 },
      ],
    });
  });

  it('with more marks than there are seats, or of somebody who does not stand, are invalid', () => {
    const { recovered, invalid } = countsOf(ELECTION, { choices: [['a', 'b', 'c'], ['d'], ['approve']] });

    expect({ recovered, invalid }).toEqual({ recovered: 3, invalid: 3 });
  });
});
