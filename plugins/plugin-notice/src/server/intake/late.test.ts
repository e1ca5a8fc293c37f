import { lateReasonIn } from './index';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const of = (time: string, reason: string | undefined, lastDay: string | null = '2026-11-12') => {
  try {
    return lateReasonIn(reason, { lastDay, now: at(time) });
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('why something is entered late', () => {
  it.each([
    ['noon of the last day', '2026-11-12T12:00:00', null],
    ['its last millisecond', '2026-11-12T23:59:59.999', null],
    ['the midnight that ends it', '2026-11-13T00:00:00', 'objection.lateReasonMissing'],
    ['a month later', '2026-12-13T00:00:00', 'objection.lateReasonMissing'],
  ])('is asked for once the last day is over: at %s', (_, time, expected) => {
    expect(of(time, undefined)).toBe(expected);
  });

  it.each([
    ['the last second of the year', '2026-12-31T23:59:59', null],
    ['the first of the next', '2027-01-01T00:00:00', 'objection.lateReasonMissing'],
  ])('is asked for at the end of a year as on other days: %s', (_, time, expected) => {
    expect(of(time, ' ', '2026-12-31')).toBe(expected);
  });

  it('is not asked for while no last day is known', () => {
    expect(of('2026-11-13T00:00:00', undefined, null)).toBeNull();
  });

  it('is one line without signs that nobody sees, and no longer than fits', () => {
    expect(of('2026-11-13T00:00:00', ' 窗口停电，\u0000\n次日补录 ')).toBe('窗口停电， 次日补录');
    expect(of('2026-11-13T00:00:00', '一'.repeat(500))).toHaveLength(500);
    expect(of('2026-11-13T00:00:00', '一'.repeat(501))).toBe('objection.lateReasonLength');
  });
});
