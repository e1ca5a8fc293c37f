import type { Instant } from '../contract';
import { fromWallClock, toWallClock } from './zone';

/** An ISO 8601 duration: calendar part and clock part are added one after the other. */
export interface Duration {
  readonly sign: 1 | -1;
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const PATTERN = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

export function parseDuration(text: string): Duration | null {
  const match = PATTERN.exec(text.trim());
  if (!match || match.slice(2).every((part) => part === undefined)) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  return {
    sign: match[1] ? -1 : 1,
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
    milliseconds: (hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + Math.round((seconds ?? 0) * 1000),
  };
}

/** A day is a calendar day of the zone; the 31st plus one month is the last day of a shorter month. */
export function addDuration(instant: Instant, duration: Duration, zone: string, times = 1): Instant {
  const factor = duration.sign * times;
  return addCalendar(instant, duration.months * factor, duration.days * factor, zone) + duration.milliseconds * factor;
}

function addCalendar(instant: Instant, months: number, days: number, zone: string): Instant {
  if (months === 0 && days === 0) return instant;
  const clock = toWallClock(instant, zone);
  const lastDay = new Date(0);
  // Day 0 of the month after is the last day of the month itself.
  lastDay.setUTCFullYear(clock.year, clock.month + months, 0);
  const day = Math.min(clock.day, lastDay.getUTCDate());
  return fromWallClock({ ...clock, month: clock.month + months, day: day + days }, zone);
}
