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

/** The instant of a moment, seen from `now`; never after it. */
export function instantOf(now: number, { daysAgo, time }: Moment): number {
  return Math.min(now, Date.parse(`${dateAgo(now, daysAgo)}T${time}:00${OFFSET}`));
}
