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
