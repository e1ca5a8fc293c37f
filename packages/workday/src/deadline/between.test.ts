import fc from 'fast-check';
import { addDays, chinaCalendar, localDate, workingDaysBetween } from '..';

const between = (from: string, to: string): number => workingDaysBetween(localDate(from), localDate(to), chinaCalendar).days;

describe('workingDaysBetween', () => {
  it('counts the last day and not the first', () => {
    expect(between('2026-11-16', '2026-11-20')).toBe(4);
    expect(between('2026-11-16', '2026-11-16')).toBe(0);
  });

  it('counts make-up days and skips holidays', () => {
    expect(between('2026-09-30', '2026-10-10')).toBe(3);
  });

  it('is negative backwards', () => {
    expect(between('2026-11-20', '2026-11-16')).toBe(-4);
  });

  it('says when it goes beyond the calendar', () => {
    expect(workingDaysBetween(localDate('2026-12-31'), localDate('2027-01-04'), chinaCalendar)).toEqual({
      days: 2,
      isProvisional: true,
    });
  });

  it('adds up over any day in between', () => {
    const start = localDate('2024-01-01');

    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), fc.nat(900), (a, b, c) => {
        const [x, y, z] = [addDays(start, a), addDays(start, b), addDays(start, c)];
        expect(between(x, y) + between(y, z)).toBe(between(x, z));
      }),
    );
  });
});
