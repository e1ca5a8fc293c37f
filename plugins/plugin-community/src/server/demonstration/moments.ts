import { localDateOf } from '../local-date';

const DAY = 24 * 60 * 60 * 1000;
/** China has one zone and no summer time. */
const OFFSET = '+08:00';

export interface Moment {
  readonly daysAgo: number;
  /** `HH:mm` in China. */
  readonly time: string;
}

export const dateAgo = (now: number, days: number): string => localDateOf(now - days * DAY);

/** The day `MM-DD` of this, the last or the next year: the last one until now, or the next one from now. */
export function nearestDay(now: number, monthDay: string, which: 'last' | 'next'): string {
  const today = dateAgo(now, 0);
  const year = Number(today.slice(0, 4));
  const ofThisYear = `${year}-${monthDay}`;
  if (which === 'last') return ofThisYear <= today ? ofThisYear : `${year - 1}-${monthDay}`;
  return ofThisYear >= today ? ofThisYear : `${year + 1}-${monthDay}`;
}

/** The instant of a moment, seen from `now`; never after it. */
export function instantOf(now: number, { daysAgo, time }: Moment): number {
  return Math.min(now, Date.parse(`${dateAgo(now, daysAgo)}T${time}:00${OFFSET}`));
}
