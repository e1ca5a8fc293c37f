import type { Instant } from '../contract';
import { fromWallClock } from './zone';

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?(?:@([\w/+-]+))?$/;

/**
 * Reads an ISO 8601 date or date-time. Without an offset it is meant in `zone`, or in the one it names (`@Europe/Paris`,
 * as FEEL writes it); a date alone is the beginning of that day.
 */
export function parseInstant(text: string, zone: string): Instant | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const clock = {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
    millisecond: Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1000),
  };
  if (!isOnCalendar(clock)) return null;
  try {
    return match[8] ? fromWallClock(clock, 'UTC') - offsetOf(match[8]) : fromWallClock(clock, match[9] ?? zone);
  } catch {
    // Only an unknown zone name gets here.
    return null;
  }
}

function isOnCalendar({
  year,
  month,
  day,
  hour,
  minute,
  second,
}: { [key: string]: number } & { year: number; month: number; day: number }): boolean {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year, month - 1, day);
  const isDate = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDate && (hour ?? 0) <= 23 && (minute ?? 0) <= 59 && (second ?? 0) <= 59;
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
