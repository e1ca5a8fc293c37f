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
}

/**
 * How urgent something is.
 *
 * @example nearLevel({ startedAt: 0, dueAt: 100, now: 80 }) // 'near'
 */
export function nearLevel({ startedAt, dueAt, now, nearPercent = 80 }: Period): DueLevel {
  if (!Number.isInteger(nearPercent) || nearPercent < 1 || nearPercent > 100) {
    throw new WorkdayError('workday.nearPercent', { value: String(nearPercent) });
  }
  if (![startedAt, dueAt, now].every(Number.isFinite))
    throw new WorkdayError('workday.instant', { value: `${startedAt}, ${dueAt}, ${now}` });
  if (now >= dueAt) return 'overdue';
  return (now - startedAt) * 100 >= (dueAt - startedAt) * nearPercent ? 'near' : 'onTime';
}
