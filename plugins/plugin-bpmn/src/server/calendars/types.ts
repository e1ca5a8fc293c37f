import type { CalendarDay } from '@wuxin/workday';

/** The calendar that all others build on. */
export const NATIONAL = 'china';

export interface CalendarRecord {
  key: string;
  name: string;
  placeId: string | null;
  coveredFrom: string | null;
  coveredUntil: string | null;
  revision: string;
}

export interface CalendarDayRecord extends CalendarDay {
  calendarKey: string;
  date: string;
  origin: 'published' | 'administrator';
  setAt: number | null;
  setById: number | null;
  setByName: string | null;
}

/** Days on which a place is closed, or open while others rest; of a stretch all days or one weekday, 1 for Monday. */
export interface ClosingRecord {
  id: string;
  calendarKey: string;
  kind: CalendarDay['kind'];
  from: string;
  until: string;
  weekday: number | null;
  name: string;
  source: string;
  setAt: number | null;
  setById: number | null;
  setByName: string | null;
}

/** What an administrator says about one day. */
export interface CalendarDayChange {
  readonly date: string;
  /** `plain`: nothing special after all; what was published holds again. */
  readonly kind: CalendarDay['kind'] | 'plain';
  /** Why, for people: `端午节`, `赶集日`. */
  readonly name: string;
  /** Where it is written: the notice and its number. */
  readonly source: string;
}
