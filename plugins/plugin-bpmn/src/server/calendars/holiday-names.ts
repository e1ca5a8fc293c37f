import { formatWorkdayError, type WorkdayError } from '@wuxin/workday';
import { textOf, type Locale } from '../runtime/texts';

/** The holidays of the whole country, as notices and the data that comes with the software call them. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: 'holiday.newYear',
  春节: 'holiday.springFestival',
  清明: 'holiday.tombSweeping',
  清明节: 'holiday.tombSweeping',
  劳动节: 'holiday.labourDay',
  端午: 'holiday.dragonBoat',
  端午节: 'holiday.dragonBoat',
  中秋: 'holiday.midAutumn',
  中秋节: 'holiday.midAutumn',
  国庆节: 'holiday.nationalDay',
};

/** Holidays, also two that lie together, in the reader's language; what somebody else typed stays as it was typed. */
export function holidayIn(locale: Locale, name: string): string {
  const names = name.split('、');
  if (!names.every((one) => Object.hasOwn(HOLIDAYS, one))) return name;
  return names.map((one) => textOf(locale, HOLIDAYS[one] ?? '')).join(locale === 'zh-CN' ? '、' : ', ');
}

const WEEKDAYS = '一二三四五六日';

/** `周四`, in the reader's language. */
function weekdayIn(locale: Locale, name: string): string {
  if (locale === 'zh-CN' || !/^周[一二三四五六日]$/.test(name)) return name;
  return textOf(locale, `calendar.longWeekday.${WEEKDAYS.indexOf(name.slice(1)) + 1}`);
}

const NAMES = new Set(['holiday', 'first', 'second']);

/** What is wrong with a notice on holidays, in the reader's language; words of the notice stay as they are. */
export function noticeProblemIn(locale: Locale, { code, data }: WorkdayError): string {
  const said: Record<string, string | number | null> = { ...data };
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string') continue;
    said[key] = NAMES.has(key) ? holidayIn(locale, value) : weekdayIn(locale, value);
  }
  return formatWorkdayError({ code, data: said }, locale);
}
