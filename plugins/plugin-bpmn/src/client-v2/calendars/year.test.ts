import { calendar2026 } from '../__fixtures__/calendars';
import { monthsOf } from './year';

describe('a year by months', () => {
  const months = monthsOf(2026, calendar2026);
  const day = (date: string) => months.flatMap(({ weeks }) => weeks.flat()).find((one) => one?.date === date);

  it('has every day once, in weeks from Monday', () => {
    const days = months.flatMap(({ weeks }) => weeks.flat()).filter((one) => one !== null);

    expect(days).toHaveLength(365);
    expect(new Set(days.map(({ date }) => date)).size).toBe(365);
    expect(months[10]?.weeks[0]?.[6]).toMatchObject({ date: '2026-11-01', isRest: true }); // a Sunday
    expect(monthsOf(2028, calendar2026)[1]?.weeks.flat().filter(Boolean)).toHaveLength(29);
  });

  it('tells days of rest from working days, and exceptions from the plain week', () => {
    expect(day('2026-10-01')).toMatchObject({ isRest: true, exception: { name: '国庆节' } });
    expect(day('2026-11-07')).toMatchObject({ isRest: true, exception: null });
    expect(day('2026-11-09')).toMatchObject({ isRest: false, exception: null, isUnknown: false });
  });

  it('says what is not known yet beyond the coverage', () => {
    const next = monthsOf(2027, calendar2026);

    expect(
      next[0]?.weeks
        .flat()
        .filter(Boolean)
        .every((one) => one?.isUnknown),
    ).toBe(true);
  });
});
