import { WorkdayError } from '../errors';

declare const brand: unique symbol;

/** A day of a calendar on the wall, `YYYY-MM-DD`; made with {@link localDate} or {@link localDateAt}. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const DAY = 86_400_000;

/**
 * Reads a date; refuses what is none.
 *
 * @example localDate('2026-02-29') // WorkdayError workday.date
 */
export function localDate(text: string): LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const year = Number(match?.[1]);
  if (!match || year < FIRST_YEAR || year > LAST_YEAR || textOfDay(dayNumberOf(text)) !== text) {
    throw new WorkdayError('workday.date', { value: text.slice(0, 40) });
  }
  // The text was just checked to be a date in the form that the brand stands for.
  return text as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(textOfDay(dayNumberOf(date) + days));
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

export function isWeekend(date: LocalDate): boolean {
  // 1970-01-01 was a Thursday; Monday counts as 0.
  return (((dayNumberOf(date) + 3) % 7) + 7) % 7 >= 5;
}

/** Days since 1970-01-01. */
export function dayNumberOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
}

function textOfDay(dayNumber: number): string {
  return Number.isFinite(dayNumber) ? new Date(dayNumber * DAY).toISOString().slice(0, 10) : '';
}
