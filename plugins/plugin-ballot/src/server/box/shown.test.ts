import { shownBox, shownNumber } from './shown';

const boxOf = (ballots: number) => ({
  publicKey: 'k',
  receipts: Array.from({ length: ballots }, (_, index) => `R${index}`),
  choices: [...Array.from({ length: ballots - 1 }, () => ['approve']), null],
  head: 'h',
});

describe('what is shown of a box', () => {
  it('while it is closed is a number, and none of fewer than five', () => {
    expect([4, 5].map(shownNumber)).toEqual([null, 5]);
    expect(shownBox({ box: null }, { paperBallots: 0, inBox: 7 })).toEqual({
      ballots: 7,
      isOpened: false,
      head: null,
      receipts: [],
      choices: [],
      spoilt: 0,
    });
  });

  it('is everything that is published once it is opened, however few they are, when all vote by phone', () => {
    const box = boxOf(3);

    expect(shownBox({ box }, { paperBallots: 0, inBox: 0 })).toEqual({
      ballots: 3,
      isOpened: true,
      head: 'h',
      receipts: box.receipts,
      choices: box.choices,
      spoilt: 1,
    });
  });

  it.each([
    ['phones', 3, 20],
    ['paper', 20, 3],
  ])('of a mixed vote with few on %s are receipts only: choices and head would tell of those few', (_, phones, paperBallots) => {
    const shown = shownBox({ box: boxOf(phones) }, { paperBallots, inBox: 0 });

    expect(shown).toMatchObject({ ballots: null, isOpened: true, head: null, choices: [], spoilt: 0 });
    expect(shown.receipts).toHaveLength(phones);
  });

  it('of a mixed vote with many on both is everything', () => {
    expect(shownBox({ box: boxOf(20) }, { paperBallots: 20, inBox: 0 })).toMatchObject({ ballots: 20, head: 'h' });
  });
});
