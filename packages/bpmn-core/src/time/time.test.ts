import { parseCycle, parseDuration, parseInstant, reschedule, schedule } from '.';
import { addDuration } from './duration';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => Date.parse(text);
const added = (from: string, text: string, zone = SHANGHAI) => {
  const duration = parseDuration(text);
  return duration && new Date(addDuration(at(from), duration, zone)).toISOString();
};

describe('durations', () => {
  test.each([
    ['P40D', '2026-02-14T01:00:00.000Z'],
    ['P1W', '2026-01-12T01:00:00.000Z'],
    ['PT1H30M', '2026-01-05T02:30:00.000Z'],
    ['PT0.3S', '2026-01-05T01:00:00.300Z'],
    ['PT0,5S', '2026-01-05T01:00:00.500Z'],
    ['P1Y2M3DT4H', '2027-03-08T05:00:00.000Z'],
    ['-P1D', '2026-01-04T01:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(added('2026-01-05T01:00:00Z', text)).toBe(expected);
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    expect(added('2026-01-31T01:00:00Z', 'P1M')).toBe('2026-02-28T01:00:00.000Z');
    expect(added('2028-01-31T01:00:00Z', 'P1M')).toBe('2028-02-29T01:00:00.000Z');
  });

  test('days are days of the calendar where clocks change', () => {
    expect(added('2026-03-28T11:00:00Z', 'P1D', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
    expect(added('2026-03-28T11:00:00Z', 'PT24H', 'Europe/Berlin')).toBe('2026-03-29T11:00:00.000Z');
  });

  test.each(['P', 'PT', '1D', 'P1H', 'PT1D', 'P1.5D', 'soon', ''])('%p is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('moments', () => {
  test.each([
    ['2026-01-05T09:00:00', '2026-01-05T01:00:00.000Z'],
    ['2026-01-05T09:00', '2026-01-05T01:00:00.000Z'],
    ['2026-01-05', '2026-01-04T16:00:00.000Z'],
    ['2026-01-05T09:00:00.250+01:00', '2026-01-05T08:00:00.250Z'],
    ['2026-01-05T09:00:00Z', '2026-01-05T09:00:00.000Z'],
    ['2026-01-05T09:00:00@Europe/Paris', '2026-01-05T08:00:00.000Z'],
    ['2026-01-05T09:00:00+08:00@Asia/Shanghai', '2026-01-05T01:00:00.000Z'],
    ['1940-07-01T00:00:00', new Date(at('1940-07-01T00:00:00+09:00')).toISOString()],
  ])('%s', (text, expected) => {
    expect(new Date(parseInstant(text, SHANGHAI) ?? 0).toISOString()).toBe(expected);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-01-05T25:00', '05.01.2026', '2026-01-05T09:00@Mars/Olympus', ''])(
    '%p is none',
    (text) => {
      expect(parseInstant(text, SHANGHAI)).toBeNull();
    },
  );
});

describe('cycles', () => {
  const times = (text: string, count: number, from = '2026-01-05T01:00:00Z') => {
    const found: string[] = [];
    let next = schedule('cycle', text, at(from), SHANGHAI);
    while (next && found.length < count) {
      found.push(new Date(next.dueAt).toISOString());
      next = reschedule(next, next.dueAt, SHANGHAI);
    }
    return found;
  };

  test('a counted interval ends after its count', () => {
    expect(times('R2/PT1H', 9)).toEqual(['2026-01-05T02:00:00.000Z', '2026-01-05T03:00:00.000Z']);
    expect(times('R1/PT1H', 9)).toHaveLength(1);
    expect(times('R0/PT1H', 9)).toEqual([]);
  });

  test('an interval may have a beginning or an end', () => {
    expect(times('R2/2026-02-01T08:00:00/P1D', 9)).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z']);
    expect(times('R/P1D/2026-01-07T09:00:00', 9)).toEqual(['2026-01-06T01:00:00.000Z', '2026-01-07T01:00:00.000Z']);
  });

  test('cron is meant in the zone', () => {
    expect(times('30 8 * * MON', 2)).toEqual(['2026-01-12T00:30:00.000Z', '2026-01-19T00:30:00.000Z']);
    expect(times('0 30 8 1 * *', 1)).toEqual(['2026-02-01T00:30:00.000Z']);
  });

  test('an endless cycle that was missed for long goes on after now', () => {
    const first = schedule('cycle', 'R/P1M', at('2026-01-31T01:00:00Z'), SHANGHAI);

    const next = first && reschedule(first, at('2027-06-15T00:00:00Z'), SHANGHAI);

    expect(next && new Date(next.dueAt).toISOString()).toBe('2027-06-28T01:00:00.000Z');
  });

  test.each([
    'R',
    'R/',
    'R3',
    'Rx/PT1H',
    'R3/PT1H/PT1H',
    'R3/x/PT1H',
    'R/PT1H/x',
    'R/-PT1H',
    'R/PT0S',
    '* * *',
    'every day',
    'a/b/c/d/e',
    '',
  ])('%p is none', (text) => {
    expect(parseCycle(text, SHANGHAI)).toBeNull();
  });
});

test.each([
  ['date', 'soon'],
  ['date', true],
  ['duration', null],
  ['duration', Number.NaN],
  ['cycle', 5],
] as const)('a %s of %p means no time', (timer, value) => {
  expect(schedule(timer, value, 0, SHANGHAI)).toBeNull();
});
