import type { Instant } from '../date';
import { WorkdayError } from '../errors';

/** Green, yellow, red. */
export type DueLevel = 'onTime' | 'near' | 'overdue';

export interface Period {
  readonly startedAt: Instant;
  /** The first moment that is too late. */
  readonly dueAt: Instant;
  readonly now: Instant;
  /** How much of the period must be over for a warning; default 80. */
  readonly nearPercent?: number;
  /** Milliseconds for which the clock was stopped between start and now; default 0. */
  readonly stoppedFor?: number;
}

/**
 * How urgent something is.
 *
 * @example nearLevel({ startedAt: 0, dueAt: 100, now: 80 }) // 'near'
 */
export function nearLevel({ startedAt, dueAt, now, nearPercent = 80, stoppedFor = 0 }: Period): DueLevel {
  if (!Number.isInteger(nearPercent) || nearPercent < 1 || nearPercent > 100) {
    throw new WorkdayError('workday.nearPercent', { value: String(nearPercent) });
  }
  if (![startedAt, dueAt, now, stoppedFor].every(Number.isFinite))
    throw new WorkdayError('workday.instant', { value: `${startedAt}, ${dueAt}, ${now}` });
  if (now >= dueAt) return 'overdue';
  return (now - startedAt - stoppedFor) * 100 >= (dueAt - startedAt - stoppedFor) * nearPercent ? 'near' : 'onTime';
}
