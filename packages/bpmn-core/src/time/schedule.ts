import type { Instant, Json } from '../contract';
import type { TimerKind } from '../graph';
import { firstOf, nextOf, parseCycle } from './cycle';
import { addDuration, parseDuration } from './duration';
import { parseInstant } from './instant';

/** A timer that is set: when it is due, and what a repeating one needs to be set again. */
export interface Schedule {
  readonly dueAt: Instant;
  /** Pattern of a cycle, with values instead of expressions; `null` for timers that fire once. */
  readonly cycle: string | null;
  /** How often a counted cycle fires still, this time included. */
  readonly remaining: number | null;
}

/**
 * When a timer whose value is known is due first; `null` when the value means no time.
 * A number is milliseconds: of a duration, or since 1970 for a date. A duration may also be given as the moment itself.
 */
export function schedule(timer: TimerKind, value: Json, now: Instant, zone: string): Schedule | null {
  switch (timer) {
    case 'date':
      return once(typeof value === 'number' ? value : typeof value === 'string' ? parseInstant(value, zone) : null);
    case 'duration':
      return once(typeof value === 'number' ? now + value : typeof value === 'string' ? afterDuration(value, now, zone) : null);
    case 'cycle':
      return typeof value === 'string' ? firstOfCycle(value, now, zone) : null;
  }
}

/** The next time of a repeating timer after it fired; `null` when that was the last time. */
export function reschedule(fired: Schedule, now: Instant, zone: string): Schedule | null {
  const cycle = fired.cycle === null ? null : parseCycle(fired.cycle, zone);
  const remaining = fired.remaining === null ? null : fired.remaining - 1;
  if (!cycle || remaining === 0) return null;
  const dueAt = nextOf(cycle, fired.dueAt, now, zone);
  return dueAt === null ? null : { dueAt, cycle: fired.cycle, remaining };
}

function once(dueAt: Instant | null): Schedule | null {
  return dueAt === null || !Number.isFinite(dueAt) ? null : { dueAt, cycle: null, remaining: null };
}

function afterDuration(text: string, now: Instant, zone: string): Instant | null {
  const duration = parseDuration(text);
  return duration ? addDuration(now, duration, zone) : parseInstant(text, zone);
}

function firstOfCycle(text: string, now: Instant, zone: string): Schedule | null {
  const cycle = parseCycle(text, zone);
  const dueAt = cycle && firstOf(cycle, now, zone);
  if (!cycle || dueAt === null) return null;
  return { dueAt, cycle: text.trim(), remaining: cycle.kind === 'interval' ? cycle.repetitions : null };
}
