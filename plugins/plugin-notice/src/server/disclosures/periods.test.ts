import { addDays, daysBetween, monthStarts, periodFrom } from './periods';

describe('periods', () => {
  it.each([
    ['monthly', '2026-01-01', '2026-01', '2026-01-31'],
    ['monthly', '2028-02-01', '2028-02', '2028-02-29'],
    ['monthly', '2026-12-01', '2026-12', '2026-12-31'],
    ['quarterly', '2026-10-01', '2026Q4', '2026-12-31'],
    ['quarterly', '2027-04-01', '2027Q2', '2027-06-30'],
    ['yearly', '2027-01-01', '2027', '2027-12-31'],
  ] as const)('that are %s and begin on %s are %s and end on %s', (cadence, startsOn, key, endsOn) => {
    expect(periodFrom(cadence, startsOn)).toEqual({ key, startsOn, endsOn });
  });

  it.each([
    ['monthly', '2026-01-02'],
    ['quarterly', '2026-11-01'],
    ['yearly', '2026-07-01'],
  ] as const)('that are %s do not begin on %s', (cadence, day) => {
    expect(periodFrom(cadence, day)).toBeUndefined();
  });

  it('begin on first days of months after a day, across the year and with the last day', () => {
    expect(monthStarts('2026-11-05', '2027-02-01')).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
    expect(monthStarts('2026-11-01', '2026-11-30')).toEqual([]);
    expect(monthStarts('2026-10-31', '2026-11-01')).toEqual(['2026-11-01']);
  });

  it('count calendar days over the leap day', () => {
    expect(addDays('2028-02-28', 15)).toBe('2028-03-14');
    expect(addDays('2026-12-31', 15)).toBe('2027-01-15');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});
