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
    expect(shownBox({ way: 'phone', box: null, counted: null }, 7)).toEqual({
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

    expect(shownBox({ way: 'phone', box, counted: null }, 0)).toEqual({
      ballots: 3,
      isOpened: true,
      head: 'h',
      receipts: box.receipts,
      choices: box.choices,
      spoilt: 1,
    });
  });

  it.each([
    ['with few phones', 3, 20],
    ['with little paper', 20, 3],
    ['of which paper is not counted', 20, null],
  ])('of a mixed vote %s are receipts only: choices and head would tell of those few', (_, phones, paper) => {
    const counted = paper === null ? { present: 40 } : { recovered: phones + paper };

    const shown = shownBox({ way: 'mixed', box: boxOf(phones), counted }, 0);

    expect(shown).toMatchObject({ ballots: null, isOpened: true, head: null, choices: [], spoilt: 0 });
    expect(shown.receipts).toHaveLength(phones);
  });

  it('of a mixed vote with many on both, or on phones alone, is everything', () => {
    expect(shownBox({ way: 'mixed', box: boxOf(20), counted: { recovered: 40 } }, 0)).toMatchObject({ ballots: 20, head: 'h' });
    expect(shownBox({ way: 'mixed', box: boxOf(20), counted: { recovered: 20 } }, 0)).toMatchObject({ ballots: 20, head: 'h' });
  });
});
