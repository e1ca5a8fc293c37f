import { parseDate, parseDateTime, type FeelDate, type FeelDateTime } from 'feelin';
import { FeelRefusal } from '../errors';

export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** China has had one zone without summer time since 1992, so the usual case needs no time-zone table. */
const SHANGHAI_MINUTES = 8 * 60;
/** The range of JavaScript's dates, less a day for the zone. */
const LATEST = 8.64e15 - 86_400_000;

export function feelNow(now: number, timeZone: string): FeelDateTime {
  const value = parseDateTime(localIso(now, timeZone));
  return value ?? refuse('now');
}

export function feelToday(now: number, timeZone: string): FeelDate {
  const value = parseDate(localIso(now, timeZone).slice(0, 10));
  return value ?? refuse('now');
}

function localIso(now: number, timeZone: string): string {
  if (!(Math.abs(now) <= LATEST)) refuse('now');
  const offset = timeZone === DEFAULT_TIME_ZONE ? SHANGHAI_MINUTES : offsetMinutes(now, timeZone);
  const local = new Date(now + offset * 60_000).toISOString().replace(/(?:\.000)?Z$/, '');
  return local + offsetText(offset);
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function offsetMinutes(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(now);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(now / 60_000) * 60_000) / 60_000);
}

function refuse(reason: 'now'): never {
  throw new FeelRefusal('feel.evaluation', { reason });
}
