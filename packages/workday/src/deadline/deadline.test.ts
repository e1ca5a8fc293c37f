import fc from 'fast-check';
import {
  addDays,
  addDeadline,
  chinaCalendar,
  daysBetween,
  endOfDay,
  explainDueDate,
  isWorkingDay,
  localDate,
  localDateAt,
  mergeCalendar,
  SHANGHAI,
  workingDaysBetween,
  WorkdayError,
  type Deadline,
  type LocalDate,
} from '..';

const day = localDate;
const dueOn = (base: string, deadline: Deadline): string => addDeadline(day(base), deadline, chinaCalendar).dueOn;
const workingDays = (amount: number): Deadline => ({ unit: 'workingDays', amount });
const calendarDays = (amount: number, rollsToWorkingDay?: boolean): Deadline => ({
  unit: 'calendarDays',
  amount,
  rollsToWorkingDay,
});

const anyCoveredDay = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(day('2020-01-01'), days));
const anyAmount = fc.integer({ min: 0, max: 60 });

describe('a deadline in working days', () => {
  it('does not count the first day', () => {
    expect(dueOn('2026-11-16', workingDays(1))).toBe('2026-11-17');
  });

  it('skips the weekend', () => {
    expect(dueOn('2026-11-19', workingDays(2))).toBe('2026-11-23');
  });

  it('counts the make-up Saturdays around the holidays', () => {
    expect(dueOn('2026-02-13', workingDays(1))).toBe('2026-02-14');
    expect(dueOn('2026-10-09', workingDays(1))).toBe('2026-10-10');
  });

  it('skips the holidays', () => {
    expect(dueOn('2026-02-14', workingDays(1))).toBe('2026-02-24');
    expect(dueOn('2026-09-30', workingDays(3))).toBe('2026-10-10');
  });

  it('ends on a working day even when it has no days', () => {
    expect(dueOn('2026-10-03', workingDays(0))).toBe('2026-10-08');
    expect(dueOn('2026-11-16', workingDays(0))).toBe('2026-11-16');
  });

  it('never ends on a day of rest', () => {
    fc.assert(
      fc.property(anyCoveredDay, anyAmount, (base, amount) => {
        expect(isWorkingDay(addDeadline(base, workingDays(amount), chinaCalendar).dueOn, chinaCalendar)).toBe(true);
      }),
    );
  });

  it('has exactly as many working days as it says', () => {
    fc.assert(
      fc.property(anyCoveredDay, anyAmount, (base, amount) => {
        fc.pre(amount > 0);
        const due = addDeadline(base, workingDays(amount), chinaCalendar);
        expect(workingDaysBetween(base, due.dueOn, chinaCalendar).days).toBe(amount);
      }),
    );
  });
});

describe('a deadline in calendar days', () => {
  it('counts every day from the next one', () => {
    expect(dueOn('2026-11-16', calendarDays(3))).toBe('2026-11-19');
  });

  it('moves from a day of rest to the next working day', () => {
    const due = addDeadline(day('2026-09-28'), calendarDays(5), chinaCalendar);

    expect(due.dueOn).toBe('2026-10-08');
    expect(due.explanation.movedFrom).toBe('2026-10-03');
  });

  it('stays where it is when told to', () => {
    expect(dueOn('2026-09-28', calendarDays(5, false))).toBe('2026-10-03');
  });

  it('may end on a make-up Saturday', () => {
    expect(dueOn('2026-10-05', calendarDays(5))).toBe('2026-10-10');
  });
});

describe('a deadline in hours', () => {
  it('runs on through nights and holidays', () => {
    const start = Date.UTC(2026, 8, 30, 10);
    const due = addDeadline(start, { unit: 'hours', amount: 48 }, chinaCalendar);

    expect(due).toMatchObject({ dueAt: start + 48 * 3_600_000, dueOn: '2026-10-02', isProvisional: false });
  });

  it('that ends at midnight ends on the day before', () => {
    const midnight = endOfDay(day('2026-11-16'));

    expect(addDeadline(midnight, { unit: 'hours', amount: 24 }, chinaCalendar)).toMatchObject({
      dueAt: midnight + 86_400_000,
      dueOn: '2026-11-17',
    });
  });

  it('needs a moment to start from', () => {
    expect(() => addDeadline(day('2026-11-16'), { unit: 'hours', amount: 1 }, chinaCalendar)).toThrow(
      expect.objectContaining({ code: 'workday.base' }),
    );
  });
});

describe('every deadline', () => {
  const anyDeadline: fc.Arbitrary<(amount: number) => Deadline> = fc.constantFrom<((amount: number) => Deadline)[]>(
    (amount) => workingDays(amount),
    (amount) => calendarDays(amount),
    (amount) => calendarDays(amount, false),
  );

  it('ends at 24:00 in China', () => {
    const due = addDeadline(day('2026-11-16'), workingDays(1), chinaCalendar);

    expect(new Date(due.dueAt).toISOString()).toBe('2026-11-17T16:00:00.000Z');
  });

  it('ends at 24:00 of another zone when told so', () => {
    const due = addDeadline(day('2026-11-16'), workingDays(1), chinaCalendar, { name: 'UTC', offsetMinutes: 0 });

    expect(new Date(due.dueAt).toISOString()).toBe('2026-11-18T00:00:00.000Z');
  });

  it('starts on the day that a moment falls on in China', () => {
    const lateOnMonday = Date.UTC(2026, 10, 16, 15, 59);
    const earlyOnTuesday = Date.UTC(2026, 10, 16, 16, 0);

    expect(addDeadline(lateOnMonday, workingDays(1), chinaCalendar).dueOn).toBe('2026-11-17');
    expect(addDeadline(earlyOnTuesday, workingDays(1), chinaCalendar).dueOn).toBe('2026-11-18');
  });

  it('ends later when it has more days', () => {
    fc.assert(
      fc.property(anyCoveredDay, anyAmount, anyDeadline, (base, amount, deadline) => {
        const due = addDeadline(base, deadline(amount), chinaCalendar).dueAt;
        expect(addDeadline(base, deadline(amount + 1), chinaCalendar).dueAt).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('never ends earlier when it starts later', () => {
    fc.assert(
      fc.property(anyCoveredDay, fc.nat(30), anyAmount, anyDeadline, (base, later, amount, deadline) => {
        const due = addDeadline(base, deadline(amount), chinaCalendar).dueAt;
        expect(addDeadline(addDays(base, later), deadline(amount), chinaCalendar).dueAt).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('is in time on its last day and too late on the next', () => {
    fc.assert(
      fc.property(anyCoveredDay, anyAmount, anyDeadline, (base, amount, deadline) => {
        const due = addDeadline(base, deadline(amount), chinaCalendar);
        expect(localDateAt(due.dueAt - 1)).toBe(due.dueOn);
        expect(daysBetween(due.dueOn, localDateAt(due.dueAt))).toBe(1);
      }),
    );
  });

  it.each([-1, 1.5, NaN, Infinity, 3_651, 1e300])('refuses an amount of %p', (amount) => {
    expect(() => addDeadline(day('2026-11-16'), workingDays(amount), chinaCalendar)).toThrow(
      expect.objectContaining({ code: 'workday.amount' }),
    );
  });

  it('refuses a moment that does not exist', () => {
    expect(() => addDeadline(NaN, workingDays(1), chinaCalendar)).toThrow(expect.objectContaining({ code: 'workday.instant' }));
  });
});

describe('beyond the calendar', () => {
  it('a deadline is computed from the week alone and says so', () => {
    const due = addDeadline(day('2027-09-29'), workingDays(2), chinaCalendar);

    expect(due).toMatchObject({ dueOn: '2027-10-01', isProvisional: true, coveredUntil: '2026-12-31' });
  });

  it('a deadline that only starts inside is provisional', () => {
    expect(addDeadline(day('2026-12-30'), workingDays(1), chinaCalendar).isProvisional).toBe(false);
    expect(addDeadline(day('2026-12-30'), workingDays(2), chinaCalendar).isProvisional).toBe(true);
  });

  it('days before the calendar are provisional, too', () => {
    expect(addDeadline(day('2019-09-30'), workingDays(1), chinaCalendar).isProvisional).toBe(true);
  });

  it('only a last day that may move makes calendar days provisional', () => {
    expect(addDeadline(day('2026-12-30'), calendarDays(5), chinaCalendar).isProvisional).toBe(true);
    expect(addDeadline(day('2026-12-30'), calendarDays(5, false), chinaCalendar).isProvisional).toBe(false);
  });

  it('a merged year makes it final', () => {
    const rows = [{ date: '2027-10-01', kind: 'rest' as const, name: '国庆节', source: 'test' }];
    const calendar = mergeCalendar(chinaCalendar, { key: 'next', name: '2027', rows, coveredUntil: '2027-12-31' });

    expect(addDeadline(day('2027-09-29'), workingDays(2), calendar)).toMatchObject({ dueOn: '2027-10-04', isProvisional: false });
  });
});

it('a calendar without working days is refused, not searched for ever', () => {
  const rows = Array.from({ length: 800 }, (_, index) => ({
    date: addDays(day('2026-01-01'), index) as string,
    kind: 'rest' as const,
    name: 'x',
    source: 'test',
  }));
  const calendar = mergeCalendar(chinaCalendar, { key: 'rest', name: 'rest', rows });

  expect(() => addDeadline(day('2026-01-05'), workingDays(1), calendar)).toThrow(WorkdayError);
});

describe('explainDueDate', () => {
  const explain = (base: LocalDate | number, deadline: Deadline): string =>
    explainDueDate(addDeadline(base, deadline, chinaCalendar, SHANGHAI), 'zh-CN');

  it('names the days of rest that were skipped', () => {
    expect(explain(day('2026-02-13'), workingDays(2))).toBe(
      '自 2026-02-13 的次日起算 2个工作日，至 2026-02-24 24 时止，其间休息：春节 9 天。',
    );
  });

  it('says that the end was moved', () => {
    expect(explain(day('2026-09-28'), calendarDays(5))).toBe(
      '自 2026-09-28 的次日起算 5日，至 2026-10-08 24 时止（2026-10-03 是休息日，顺延）。',
    );
  });

  it('says of a deadline of no days that it is that day itself, in both languages', () => {
    const due = addDeadline(day('2026-11-19'), calendarDays(0), chinaCalendar);
    expect(explainDueDate(due, 'zh-CN')).toBe('2026-11-19 当日为限，至 2026-11-19 24 时止。');
    expect(explainDueDate(due, 'en-US')).toBe('on 2026-11-19 itself, until the end of 2026-11-19.');

    expect(explain(day('2026-10-03'), calendarDays(0))).toBe(
      '2026-10-03 当日为限，至 2026-10-08 24 时止（2026-10-03 是休息日，顺延）。',
    );
  });

  it('says that the result is provisional', () => {
    expect(explain(day('2027-09-29'), workingDays(2))).toContain('日历只到 2026-12-31');
  });

  it('speaks English', () => {
    const due = addDeadline(day('2026-11-19'), workingDays(2), chinaCalendar);

    expect(explainDueDate(due, 'en-US')).toBe(
      '2 working days from the day after 2026-11-19, until the end of 2026-11-23, with days of rest: weekend 2.',
    );
  });
});
