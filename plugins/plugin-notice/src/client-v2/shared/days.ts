import { useLanguage } from '@wuxin/plugin-bpmn/client-v2';
import dayjs from 'dayjs';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How many days a day is after another one. */
export const daysBetween = (from: string, until: string): number => dayjs(until).diff(dayjs(from), 'day');

export const dayAfter = (day: string, days = 1): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD');

/** A day as people say it, with its year where that is not the reader's. */
export function dayInWords(day: string, language: string, today: string): string {
  if (!ISO_DAY.test(day)) return day;
  const [year = '', month = '', date = ''] = day.split('-');
  const isThisYear = year === today.slice(0, 4);
  if (language === 'en-US') return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}${isThisYear ? '' : ` ${year}`}`;
  return `${isThisYear ? '' : `${year} 年 `}${Number(month)} 月 ${Number(date)} 日`;
}

export function useDay(today: string): (day: string) => string {
  const language = useLanguage();
  return (day) => dayInWords(day, language, today);
}
