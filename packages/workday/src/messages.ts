import type { WorkdayCode, WorkdayError } from './errors';

export type WorkdayLocale = 'zh-CN' | 'en-US';

/** One sentence per code; `{name}` is replaced from the `data` of the error. */
export const workdayMessages: { readonly [locale in WorkdayLocale]: { readonly [code in WorkdayCode]: string } } = {
  'zh-CN': {
    'workday.amount': '时限须为 0 到 {limit} 的整数，现为 {amount}。',
    'workday.arrangementCount': '“{holiday}”写作共 {said} 天，实为 {is} 天。',
    'workday.arrangementHoliday': '“{holiday}”应当出现 1 次，实际出现 {times} 次。',
    'workday.arrangementLine': '“{holiday}”的安排读不懂：{line}',
    'workday.arrangementTwice': '{date} 出现两次：{first}、{second}。',
    'workday.arrangementWeekday': '“{date}”写作{said}，实为{is}。',
    'workday.arrangementWorked': '“{holiday}”的上班日 {date} 不是周末。',
    'workday.arrangementYear': '年份不符：应为 {year}，通知中为 {found}。',
    'workday.base': '按小时计算的时限须有起算时刻，只有日期 {base} 不够。',
    'workday.calendarRow': '日历第 {row} 行有误：{value}。',
    'workday.closing': '停办安排第 {row} 条有误：{value}。',
    'workday.coverage': '日历的覆盖范围有误：{from} 至 {until}。',
    'workday.date': '“{value}”不是有效日期，应写成 2026-10-10 这样。',
    'workday.instant': '“{value}”不是有效时刻。',
    'workday.nearPercent': '预警比例须为 1 到 100 的整数，现为 {value}。',
    'workday.noWorkingDay': '日历“{calendar}”在 {date} 之后一年内没有工作日。',
    'workday.stop': '第 {row} 次停止计时有误：停止须早于恢复，各次不得重叠，只有最后一次可以尚未恢复。',
  },
  'en-US': {
    'workday.amount': 'A deadline needs a whole number from 0 to {limit}, not {amount}.',
    'workday.arrangementCount': '"{holiday}" is said to have {said} days, but has {is}.',
    'workday.arrangementHoliday': '"{holiday}" should be there once, not {times} times.',
    'workday.arrangementLine': 'What is arranged for "{holiday}" cannot be read: {line}',
    'workday.arrangementTwice': '{date} is there twice: {first}, {second}.',
    'workday.arrangementWeekday': '{date} is said to be {said}, but is {is}.',
    'workday.arrangementWorked': 'The make-up day {date} of "{holiday}" is no weekend.',
    'workday.arrangementYear': 'Another year: {year} is expected, the notice says {found}.',
    'workday.base': 'A deadline in hours needs a time to start from; the date {base} is not enough.',
    'workday.calendarRow': 'Row {row} of the calendar is wrong: {value}.',
    'workday.closing': 'Entry {row} of the closing days is wrong: {value}.',
    'workday.coverage': 'The calendar cannot cover {from} to {until}.',
    'workday.date': '"{value}" is not a date such as 2026-10-10.',
    'workday.instant': '"{value}" is not a point in time.',
    'workday.nearPercent': 'The warning level is a whole number from 1 to 100, not {value}.',
    'workday.noWorkingDay': 'Calendar "{calendar}" has no working day within a year after {date}.',
    'workday.stop':
      'Stop {row} of the clock is wrong: it ends after it begins, stops do not overlap, and only the last one may still go on.',
  },
};

/** The sentence for an error. */
export function formatWorkdayError(error: Pick<WorkdayError, 'code' | 'data'>, locale: WorkdayLocale): string {
  return fillTemplate(workdayMessages[locale][error.code], error.data);
}

export function fillTemplate(template: string, data: { readonly [key: string]: string | number | null }): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? ''));
}
