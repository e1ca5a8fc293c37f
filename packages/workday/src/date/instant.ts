import { WorkdayError } from '../errors';
import { dayNumberOf, localDate, type LocalDate } from './local-date';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A zone with one offset all year, as China has had since 1992. */
export interface Zone {
  readonly name: string;
  readonly offsetMinutes: number;
}

export const SHANGHAI: Zone = { name: 'Asia/Shanghai', offsetMinutes: 8 * 60 };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The date on the wall at a moment. */
export function localDateAt(instant: Instant, zone: Zone = SHANGHAI): LocalDate {
  const local = instant + zone.offsetMinutes * MINUTE;
  if (!Number.isFinite(instant) || Math.abs(local) > 8e15) throw new WorkdayError('workday.instant', { value: String(instant) });
  return localDate(new Date(local).toISOString().slice(0, 10));
}

/** 24:00 of a day, which is 0:00 of the next: the first moment that is too late. */
export function endOfDay(date: LocalDate, zone: Zone = SHANGHAI): Instant {
  return (dayNumberOf(date) + 1) * DAY - zone.offsetMinutes * MINUTE;
}
