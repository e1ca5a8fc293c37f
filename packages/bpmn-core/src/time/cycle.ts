import { Cron } from 'croner';
import type { Instant } from '../contract';
import { addDuration, parseDuration, type Duration } from './duration';
import { parseInstant } from './instant';

/** Something that happens again and again: an ISO 8601 repeating interval or a cron pattern. */
export type Cycle =
  | {
      readonly kind: 'interval';
      /** How often it happens; `null` without end. */
      readonly repetitions: number | null;
      readonly start: Instant | null;
      readonly end: Instant | null;
      readonly every: Duration;
    }
  | { readonly kind: 'cron'; readonly pattern: string };

/** `R3/PT1H`, `R/2024-05-01T08:00:00/P1D`, `R5/P1D/2024-06-01`, or cron with five or six fields; `null` for anything else. */
export function parseCycle(text: string, zone: string): Cycle | null {
  const trimmed = text.trim();
  return trimmed.startsWith('R') ? parseInterval(trimmed, zone) : parseCron(trimmed);
}

/** The first time at or after `from`. */
export function firstOf(cycle: Cycle, from: Instant, zone: string): Instant | null {
  if (cycle.kind === 'cron') return nextCron(cycle.pattern, from, zone);
  if (cycle.repetitions === 0) return null;
  const first = cycle.start ?? addDuration(from, cycle.every, zone);
  return cycle.end !== null && first > cycle.end ? null : first;
}

/**
 * The time after `previous`. What was missed while nobody looked: a counted repetition is made up for one by one, an
 * endless one and cron go on after `now`.
 */
export function nextOf(cycle: Cycle, previous: Instant, now: Instant, zone: string): Instant | null {
  if (cycle.kind === 'cron') return nextCron(cycle.pattern, Math.max(previous, now), zone);
  let next = addDuration(previous, cycle.every, zone);
  if (cycle.repetitions === null && next <= now)
    next = addDuration(previous, cycle.every, zone, stepsPast(cycle.every, previous, now, zone));
  return cycle.end !== null && next > cycle.end ? null : next;
}

function stepsPast(every: Duration, previous: Instant, now: Instant, zone: string): number {
  const length = addDuration(previous, every, zone) - previous;
  let steps = Math.max(1, Math.floor((now - previous) / length) - 1);
  // Months and days differ in length, so the estimate is corrected step by step.
  while (addDuration(previous, every, zone, steps) <= now) steps += 1;
  return steps;
}

function parseInterval(text: string, zone: string): Cycle | null {
  const [repeat, second, third, ...rest] = text.split('/');
  const count = /^R(\d*)$/.exec(repeat ?? '');
  if (!count || second === undefined || rest.length > 0) return null;
  const repetitions = count[1] === '' ? null : Number(count[1]);
  const durationFirst = parseDuration(second);
  const every = durationFirst ?? parseDuration(third ?? '');
  const start = durationFirst ? null : parseInstant(second, zone);
  const end = durationFirst && third !== undefined ? parseInstant(third, zone) : null;
  if (!every || !isForward(every)) return null;
  if (durationFirst ? third !== undefined && end === null : start === null) return null;
  return { kind: 'interval', repetitions, start, end, every };
}

function isForward({ sign, months, days, milliseconds }: Duration): boolean {
  return sign === 1 && months + days + milliseconds > 0;
}

function parseCron(text: string): Cycle | null {
  if (!/^\S+(\s+\S+){4,5}$/.test(text)) return null;
  try {
    new Cron(text, { paused: true });
    return { kind: 'cron', pattern: text };
  } catch {
    return null;
  }
}

function nextCron(pattern: string, after: Instant, zone: string): Instant | null {
  return new Cron(pattern, { paused: true, timezone: zone }).nextRun(new Date(after))?.getTime() ?? null;
}
