import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  chinaCalendar,
  dayInfo,
  formatWorkdayError,
  isWorkingDay,
  localDate,
  mergeCalendar,
  workdayMessages,
  WorkdayError,
  type CalendarRow,
} from '..';
import committed from './china-days.json';
import { tableOfYears } from './import';

const row = (date: string, kind: CalendarRow['kind'], name = 'x'): CalendarRow => ({ date, kind, name, source: 'test' });

describe('the calendar of China', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on the make-up day %s',
    (date) => {
      expect(isWorkingDay(localDate(date), chinaCalendar)).toBe(true);
    },
  );

  it.each(['2026-01-01', '2026-02-16', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07', '2026-11-21'])(
    'rests on %s',
    (date) => {
      expect(isWorkingDay(localDate(date), chinaCalendar)).toBe(false);
    },
  );

  it('names the holiday', () => {
    expect(dayInfo(localDate('2026-02-14'), chinaCalendar)).toEqual({ isWorking: true, name: '春节', isProvisional: false });
  });

  it('does not pretend to know 2027', () => {
    expect(dayInfo(localDate('2027-10-01'), chinaCalendar)).toEqual({ isWorking: true, name: null, isProvisional: true });
  });

  it('is what the source files say', () => {
    const folder = dirname(require.resolve('chinese-days/package.json'));
    const files = committed.years.map(({ year, source }) => ({
      year,
      source,
      content: JSON.parse(readFileSync(join(folder, `dist/years/${year}.json`), 'utf8')),
    }));

    expect(existsSync(folder)).toBe(true);
    expect(tableOfYears(files)).toEqual(committed);
  });
});

describe('mergeCalendar', () => {
  it('lets the override win and leaves the base alone', () => {
    const local = mergeCalendar(chinaCalendar, {
      key: 'local',
      name: '本地',
      rows: [row('2026-11-16', 'rest', '赶集日'), row('2026-10-01', 'working')],
    });

    expect(dayInfo(localDate('2026-11-16'), local)).toMatchObject({ isWorking: false, name: '赶集日' });
    expect(isWorkingDay(localDate('2026-10-01'), local)).toBe(true);
    expect(isWorkingDay(localDate('2026-11-16'), chinaCalendar)).toBe(true);
  });

  it('knows a row beyond the coverage, but not the days around it', () => {
    const local = mergeCalendar(chinaCalendar, { key: 'local', name: '本地', rows: [row('2027-10-01', 'rest')] });

    expect(dayInfo(localDate('2027-10-01'), local)).toMatchObject({ isWorking: false, isProvisional: false });
    expect(dayInfo(localDate('2027-10-04'), local)).toMatchObject({ isWorking: true, isProvisional: true });
  });

  it.each([
    row('2026-02-30', 'rest'),
    row('10.10.2026', 'rest'),
    { ...row('2026-10-10', 'rest'), kind: 'maybe' } as unknown as CalendarRow,
  ])('refuses the row %j with its number', (wrong) => {
    expect(() => mergeCalendar(chinaCalendar, { key: 'x', name: 'x', rows: [row('2026-10-10', 'rest'), wrong] })).toThrow(
      expect.objectContaining({ code: 'workday.calendarRow', data: expect.objectContaining({ row: 2 }) }),
    );
  });

  it('refuses a coverage that ends before it starts', () => {
    expect(() => mergeCalendar(chinaCalendar, { key: 'x', name: 'x', rows: [], coveredUntil: '2019-01-01' })).toThrow(
      expect.objectContaining({ code: 'workday.coverage' }),
    );
  });
});

describe('localDate', () => {
  it.each(['2026-10-10', '2024-02-29', '1900-01-01', '2999-12-31'])('reads %s', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-10-10T00:00:00Z',
    '',
    'today',
    '0001-01-01',
    '9999-12-31',
    '２０２６-10-10',
  ])('refuses “%s”', (text) => {
    expect(() => localDate(text)).toThrow(expect.objectContaining({ code: 'workday.date' }));
  });
});

it('errors have a sentence in both languages', () => {
  expect(Object.keys(workdayMessages['zh-CN'])).toEqual(Object.keys(workdayMessages['en-US']));
  expect(formatWorkdayError(new WorkdayError('workday.date', { value: 'x' }), 'en-US')).toBe(
    '"x" is not a date such as 2026-10-10.',
  );
});
