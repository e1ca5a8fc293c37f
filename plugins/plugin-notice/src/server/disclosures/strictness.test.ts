import { isNowhereLaxer, strictest } from './strictness';

const above = { cadence: 'quarterly', dueDays: 15, keepDays: 10 } as const;

describe('what a lower place asks for', () => {
  it('is the most frequent, the soonest and the longest of all that holds there', () => {
    const held = strictest(above, [
      { cadence: 'monthly', dueDays: 20, keepDays: null },
      { cadence: 'yearly', dueDays: 5, keepDays: 12 },
    ]);

    expect(held).toEqual({ cadence: 'monthly', dueDays: 5, keepDays: 12 });
  });

  it.each([
    [{ ...above, dueDays: 16 }, 'later'],
    [{ ...above, cadence: 'yearly' }, 'less often'],
    [{ ...above, keepDays: 9 }, 'kept shorter'],
    [{ ...above, cadence: 'onEvent' }, 'only on events'],
  ] as const)('may not be %j: %s', (own, _) => {
    expect(isNowhereLaxer(own, above)).toBe(false);
  });

  it('may be the same, or stricter', () => {
    expect(isNowhereLaxer(above, above)).toBe(true);
    expect(isNowhereLaxer({ cadence: 'monthly', dueDays: 10, keepDays: 15 }, above)).toBe(true);
  });
});
