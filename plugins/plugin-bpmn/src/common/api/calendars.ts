/** What the HTTP actions about calendars take and give; the conventions are in index.ts. Dates are `YYYY-MM-DD`. */
import type { PersonRef, PlaceRef } from './words';

export interface CalendarRow {
  /** Null: the calendar of the whole country, which all others build on. */
  place: PlaceRef | null;
  name: string;
  /** The days of rest are known until then; later deadlines are provisional. Null: as the one that it builds on. */
  coveredUntil: string | null;
  /** Days that administrators have set. */
  ownDays: number;
}

export interface CalendarDayView {
  date: string;
  kind: 'rest' | 'working';
  name: string;
  source: string;
  /** Set for the place that is looked at; false: it holds from above or was published. */
  isOwn: boolean;
  /** Who set it; null: it was published. */
  setBy: PersonRef | null;
  setAt: number | null;
}

/** GET bpmnCalendars:year?year&placeId */
export interface CalendarYear {
  year: number;
  place: PlaceRef | null;
  coveredFrom: string;
  coveredUntil: string;
  /** Days that differ from the plain week, by date, as they hold at the place. */
  days: CalendarDayView[];
  /** Every calendar that there is, the national one first. */
  calendars: CalendarRow[];
}

export interface CalendarDayBody {
  date: string;
  /** `plain`: nothing of its own any more. */
  kind: 'rest' | 'working' | 'plain';
  /** Why, for people; empty with `plain`. */
  name: string;
  /** Where it is written; empty with `plain`. */
  source: string;
}

/** POST bpmnCalendars:setDay → CalendarEffect */
export interface SetCalendarDayBody extends CalendarDayBody {
  placeId: string | null;
}

/** POST bpmnCalendars:extend → CalendarEffect */
export interface ExtendCalendarBody {
  days: CalendarDayBody[];
  coveredUntil: string;
}

/** POST bpmnCalendars:preview → CalendarEffect, without writing */
export interface CalendarPreviewBody {
  placeId: string | null;
  days: CalendarDayBody[];
  coveredUntil?: string;
}

/** What a change does, or did, to deadlines of open tasks. */
export interface CalendarEffect {
  openCases: number;
  cases: number;
  /** Deadlines that come on another day. */
  moved: number;
  /** Provisional ones whose day is certain now. */
  confirmed: number;
  /** Those that stay as people were told: they would be late at once, or cannot be computed from what is known today. */
  kept: number;
}
