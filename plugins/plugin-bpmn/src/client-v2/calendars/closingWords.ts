import type { ClosingView } from '../../common/api';
import type { Translate } from '../i18n';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const isWeekday = (day: number): day is (typeof WEEKDAYS)[number] => WEEKDAYS.some((one) => one === day);

export const everyWeekday = (day: (typeof WEEKDAYS)[number], t: Translate): string =>
  t('calendar.closing.onWeekday', { day: t(`calendar.longWeekday.${day}`) });

/** `2026-12-24 至 2026-12-31，每周五`. */
export function stretchInWords({ from, until, weekday }: Pick<ClosingView, 'from' | 'until' | 'weekday'>, t: Translate): string {
  const stretch = from === until ? from : t('calendar.closing.fromUntil', { from, until });
  return weekday !== null && isWeekday(weekday) ? `${stretch} · ${everyWeekday(weekday, t)}` : stretch;
}
