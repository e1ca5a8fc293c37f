import type { WorkdayCode, WorkdayError } from './errors';

export type WorkdayLocale = 'zh-CN' | 'en-US';

/** One sentence per code; `{name}` is replaced from the `data` of the error. */
export const workdayMessages: { readonly [locale in WorkdayLocale]: { readonly [code in WorkdayCode]: string } } = {
  'zh-CN': {
    'workday.amount': '时限须为 0 到 {limit} 的整数，现为 {amount}。',
    'workday.base': '按小时计算的时限须有起算时刻，只有日期 {base} 不够。',
    'workday.calendarRow': '日历第 {row} 行有误：{value}。',
    'workday.coverage': '日历的覆盖范围有误：{from} 至 {until}。',
    'workday.date': '“{value}”不是有效日期，应写成 2026-10-10 这样。',
    'workday.instant': '“{value}”不是有效时刻。',
    'workday.nearPercent': '预警比例须为 1 到 100 的整数，现为 {value}。',
    'workday.noWorkingDay': '日历“{calendar}”在 {date} 之后一年内没有工作日。',
  },
  'en-US': {
    'workday.amount': 'A deadline needs a whole number from 0 to {limit}, not {amount}.',
    'workday.base': 'A deadline in hours needs a time to start from; the date {base} is not enough.',
    'workday.calendarRow': 'Row {row} of the calendar is wrong: {value}.',
    'workday.coverage': 'The calendar cannot cover {from} to {until}.',
    'workday.date': '"{value}" is not a date such as 2026-10-10.',
    'workday.instant': '"{value}" is not a point in time.',
    'workday.nearPercent': 'The warning level is a whole number from 1 to 100, not {value}.',
    'workday.noWorkingDay': 'Calendar "{calendar}" has no working day within a year after {date}.',
  },
};

/** The sentence for an error. */
export function formatWorkdayError(error: Pick<WorkdayError, 'code' | 'data'>, locale: WorkdayLocale): string {
  return fillTemplate(workdayMessages[locale][error.code], error.data);
}

export function fillTemplate(template: string, data: { readonly [key: string]: string | number | null }): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? ''));
}
