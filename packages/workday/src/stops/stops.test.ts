import fc from 'fast-check';
import {
  addDays,
  addDeadline,
  addStoppableDeadline,
  chinaCalendar,
  daysBetween,
  endOfDay,
  localDate,
  nearLevel,
  stoppedMilliseconds,
  workingDaysBetween,
  type ClockStop,
  type Deadline,
  type Instant,
} from '..';

const HOUR = 3_600_000;
/** A moment of a day in China. */
const at = (date: string, hour: number): Instant => endOfDay(addDays(localDate(date), -1)) + hour * HOUR;
const stop = (from: Instant, until: Instant | null): ClockStop => ({ from, until });
const five: Deadline = { unit: 'workingDays', amount: 5 };
const dueOn = (deadline: Deadline, ...stops: readonly ClockStop[]): string => {
  const due = addStoppableDeadline(at('2026-11-16', 9), deadline, stops, chinaCalendar);
  return due.state === 'running' ? due.dueOn : `stopped, ${due.remaining.amount} ${due.remaining.unit}`;
};

describe('a period that was stopped', () => {
  it('ends as one that was not when it never was', () => {
    expect(dueOn(five)).toBe('2026-11-23');
  });

  it('goes on with the working days that were left', () => {
    // Monday to Monday; on Wednesday three are left, on the next Friday they go on over a weekend
    expect(dueOn(five, stop(at('2026-11-18', 10), at('2026-11-27', 15)))).toBe('2026-12-02');
  });

  it('moves nothing when it was stopped within a day, however often', () => {
    const short = [9, 11, 13, 15].map((hour) => stop(at('2026-11-18', hour), at('2026-11-18', hour + 1)));
    expect(dueOn(five, ...short)).toBe('2026-11-23');
  });

  it('leaves the day of the answer to whoever stopped on the last day', () => {
    expect(dueOn(five, stop(at('2026-11-23', 17), at('2026-11-26', 9)))).toBe('2026-11-26');
    expect(dueOn(five, stop(at('2026-11-23', 17), at('2026-11-28', 9)))).toBe('2026-11-30');
  });

  it('says what is left while it stands still', () => {
    expect(dueOn(five, stop(at('2026-11-18', 10), null))).toBe('stopped, 3 workingDays');
  });

  it('is not moved by a stop after its end', () => {
    expect(dueOn(five, stop(at('2026-11-24', 0), at('2026-12-24', 9)))).toBe('2026-11-23');
    expect(dueOn(five, stop(at('2026-11-24', 0), null))).toBe('2026-11-23');
  });

  it('counts a stop that began before it from its beginning', () => {
    expect(dueOn(five, stop(at('2026-11-10', 9), at('2026-11-18', 9)))).toBe('2026-11-25');
    expect(dueOn(five, stop(at('2026-11-10', 9), at('2026-11-12', 9)))).toBe('2026-11-23');
  });

  it('goes on twice', () => {
    expect(dueOn(five, stop(at('2026-11-17', 9), at('2026-11-19', 9)), stop(at('2026-11-20', 9), at('2026-11-25', 9)))).toBe(
      '2026-11-30',
    );
  });

  it('counts calendar days from where they would have ended before they moved to a working day', () => {
    const days: Deadline = { unit: 'calendarDays', amount: 5 };
    // ends on Saturday the 21st, so on Monday; on the 17th four days are left
    expect(dueOn(days)).toBe('2026-11-23');
    expect(dueOn(days, stop(at('2026-11-17', 9), at('2026-11-18', 9)))).toBe('2026-11-23');
    expect(dueOn(days, stop(at('2026-11-17', 9), at('2026-11-20', 9)))).toBe('2026-11-24');
    expect(dueOn({ ...days, rollsToWorkingDay: false }, stop(at('2026-11-17', 9), at('2026-11-18', 9)))).toBe('2026-11-22');
  });

  it('counts hours to the millisecond', () => {
    const due = addStoppableDeadline(
      at('2026-11-16', 9),
      { unit: 'hours', amount: 24 },
      [stop(at('2026-11-16', 10), at('2026-11-18', 10) + 1)],
      chinaCalendar,
    );
    expect(due).toMatchObject({ state: 'running', dueAt: at('2026-11-19', 9) + 1, dueOn: '2026-11-19' });
  });

  it('skips holidays and make-up days after it goes on', () => {
    const due = addStoppableDeadline(
      localDate('2026-02-09'),
      five,
      [stop(at('2026-02-12', 9), at('2026-02-13', 9))],
      chinaCalendar,
    );
    expect(due).toMatchObject({ dueOn: '2026-02-24', isProvisional: false });
  });

  it('says that it is provisional when the calendar does not reach', () => {
    const due = addStoppableDeadline(
      localDate('2026-12-28'),
      five,
      [stop(at('2026-12-29', 9), at('2027-01-12', 9))],
      chinaCalendar,
    );
    expect(due.isProvisional).toBe(true);
  });

  it.each<[string, readonly ClockStop[], number]>([
    ['ends before it begins', [stop(2, 1)], 1],
    ['overlaps the one before', [stop(1, 5), stop(4, 6)], 2],
    ['follows one that still goes on', [stop(1, null), stop(4, 6)], 2],
    ['is no moment', [stop(NaN, null)], 1],
  ])('is refused when a stop %s', (_, stops, row) => {
    expect(() => addStoppableDeadline(0, five, stops, chinaCalendar)).toThrow(
      expect.objectContaining({ code: 'workday.stop', data: { row } }),
    );
  });

  it('has as many working days outside its stop as without one', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), days, days, (start, amount, before, length) => {
        const base = addDays(localDate('2026-03-02'), start);
        const first = addDeadline(base, { unit: 'workingDays', amount }, chinaCalendar);
        const stopDay = addDays(base, before);
        const goesOn = addDays(stopDay, length);
        const due = addStoppableDeadline(
          base,
          { unit: 'workingDays', amount },
          [stop(at(stopDay, 9), at(goesOn, 9))],
          chinaCalendar,
        );
        if (due.state !== 'running') throw new Error('still stopped');

        expect(due.dueAt).toBeGreaterThanOrEqual(first.dueAt);
        if (stopDay <= first.dueOn && due.dueOn > goesOn) {
          const used =
            workingDaysBetween(base, stopDay, chinaCalendar).days + workingDaysBetween(goesOn, due.dueOn, chinaCalendar).days;
          // an answer on a day of rest with nothing left has the next working day
          expect(used - amount).toBe(stopDay === first.dueOn ? 1 : 0);
        }
        expect(daysBetween(first.dueOn, due.dueOn)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('how near the end of a stopped period is', () => {
  it('leaves out the time in which it stood still', () => {
    const stops = [stop(10, 60)];
    const level = (now: Instant, stoppedFor: number) => nearLevel({ startedAt: 0, dueAt: 150, now, stoppedFor });

    expect(stoppedMilliseconds(stops, 0, 100)).toBe(50);
    expect(stoppedMilliseconds([stop(10, null)], 20, 100)).toBe(80);
    expect(level(129, 50)).toBe('onTime');
    expect(level(130, 50)).toBe('near');
    expect(level(150, 50)).toBe('overdue');
    expect(nearLevel({ startedAt: 0, dueAt: 150, now: 120 })).toBe('near');
  });
});
