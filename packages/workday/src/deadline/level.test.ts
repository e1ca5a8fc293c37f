import { nearLevel } from '..';

describe('nearLevel', () => {
  it.each([
    [0, 'onTime'],
    [79, 'onTime'],
    [80, 'near'],
    [99, 'near'],
    [100, 'overdue'],
    [1_000, 'overdue'],
  ])('at %i of 100 is %s', (now, expected) => {
    expect(nearLevel({ startedAt: 0, dueAt: 100, now })).toBe(expected);
  });

  it('warns earlier when told so', () => {
    expect(nearLevel({ startedAt: 0, dueAt: 100, now: 50, nearPercent: 50 })).toBe('near');
  });

  it('turns red without a warning when there is no time at all', () => {
    expect(nearLevel({ startedAt: 100, dueAt: 100, now: 99 })).toBe('onTime');
    expect(nearLevel({ startedAt: 100, dueAt: 100, now: 100 })).toBe('overdue');
  });

  it.each([0, 101, 50.5, NaN])('refuses a warning level of %p', (nearPercent) => {
    expect(() => nearLevel({ startedAt: 0, dueAt: 100, now: 1, nearPercent })).toThrow(
      expect.objectContaining({ code: 'workday.nearPercent' }),
    );
  });

  it('refuses a moment that does not exist', () => {
    expect(() => nearLevel({ startedAt: 0, dueAt: NaN, now: 1 })).toThrow(expect.objectContaining({ code: 'workday.instant' }));
  });
});
