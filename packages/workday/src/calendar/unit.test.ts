import { addDeadline, chinaCalendar, dayInfo, isWorkingDay, localDate, unitCalendar, type UnitDays } from '..';

const entry = (days: Partial<UnitDays>): UnitDays => ({
  kind: 'rest',
  from: '2026-01-01',
  until: '2026-12-31',
  name: '盘点',
  source: '通知',
  ...days,
});
const calendar = (...days: readonly UnitDays[]) => unitCalendar(chinaCalendar, { key: 'hall', name: '便民服务中心', days });

describe('the calendar of a unit', () => {
  it('rests while the unit is closed, for itself alone', () => {
    const hall = calendar(entry({ from: '2026-11-25', until: '2026-11-26' }));

    expect(dayInfo(localDate('2026-11-25'), hall)).toEqual({ isWorking: false, name: '盘点', isProvisional: false });
    expect(isWorkingDay(localDate('2026-11-25'), chinaCalendar)).toBe(true);
    expect(addDeadline(localDate('2026-11-24'), { unit: 'workingDays', amount: 1 }, hall).dueOn).toBe('2026-11-27');
  });

  it('is closed on one weekday of a stretch', () => {
    const hall = calendar(entry({ weekday: 1, from: '2026-11-01', until: '2026-11-23' }));
    expect(['2026-11-16', '2026-11-17', '2026-11-23', '2026-11-30'].map((date) => isWorkingDay(localDate(date), hall))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('opens on Saturdays, but not on a holiday', () => {
    const hall = calendar(entry({ kind: 'working', weekday: 6, name: '延时服务' }));

    expect(isWorkingDay(localDate('2026-11-28'), hall)).toBe(true);
    expect(isWorkingDay(localDate('2026-10-03'), hall)).toBe(false);
  });

  it('lets a stretch win over a weekday in any order', () => {
    const open = entry({ kind: 'working', weekday: 6 });
    const closed = entry({ from: '2026-11-28', until: '2026-11-29' });
    // a Saturday that is a day of rest anyway needs no row of its own to be one
    expect(isWorkingDay(localDate('2026-11-28'), calendar(entry({ from: '2026-11-27', until: '2026-11-27' }), open))).toBe(true);
    expect([calendar(open, closed), calendar(closed, open)].map((hall) => isWorkingDay(localDate('2026-11-28'), hall))).toEqual([
      false,
      false,
    ]);
  });

  it('keeps the coverage of its base', () => {
    const hall = calendar(entry({ from: '2027-01-01', until: '2027-12-31', weekday: 1 }));
    expect(hall.coveredUntil).toBe('2026-12-31');
    expect(dayInfo(localDate('2027-01-05'), hall).isProvisional).toBe(true);
  });

  it.each([
    [{ from: '2026-02-30' }],
    [{ from: '2026-12-31', until: '2026-01-01' }],
    [{ from: '1900-01-01', until: '2900-01-01' }],
    [{ weekday: 0 }],
    [{ weekday: 1.5 }],
    [{ kind: 'maybe' as 'rest' }],
  ])('refuses the entry %j with its number', (wrong) => {
    expect(() => calendar(entry({}), entry(wrong))).toThrow(
      expect.objectContaining({ code: 'workday.closing', data: expect.objectContaining({ row: 2 }) }),
    );
  });
});
