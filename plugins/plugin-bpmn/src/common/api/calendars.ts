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
  closings: number;
}

/** Days on which a place is closed, or open while others rest. */
export interface ClosingView {
  id: string;
  kind: 'rest' | 'working';
  from: string;
  until: string;
  /** Of the stretch only this weekday, 1 for Monday to 7 for Sunday; null: every day. */
  weekday: number | null;
  name: string;
  source: string;
  place: PlaceRef;
  /** Of the place that is looked at; false: of one above it. */
  isOwn: boolean;
  setBy: PersonRef | null;
  setAt: number | null;
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
  /** Those of the place and above that touch the year. */
  closings: ClosingView[];
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

/** POST bpmnCalendars:addClosing → CalendarEffect */
export interface ClosingBody {
  placeId: string;
  kind: 'rest' | 'working';
  from: string;
  until: string;
  weekday: number | null;
  name: string;
  source: string;
}

/** POST bpmnCalendars:removeClosing → CalendarEffect */
export interface RemoveClosingBody {
  placeId: string;
  closing: string;
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
  /** One that is added at the place. */
  closing?: Omit<ClosingBody, 'placeId'>;
  /** The id of one that goes. */
  withoutClosing?: string;
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

/** The text of the State Council's notice on the holidays of a year. */
export interface ArrangementBody {
  year: number;
  text: string;
  /** Where it is written; empty: what the text says of itself. */
  source: string;
}

/** One holiday, or two that lie together, of a notice. */
export interface ArrangementFestival {
  name: string;
  from: string;
  until: string;
  restDays: number;
  /** Days of work that make up for it. */
  working: string[];
  /** Days that are to be written for it. */
  changes: number;
}

/** A day that is stored otherwise than the notice has it. */
export interface ArrangementConflictView {
  date: string;
  kind: 'rest' | 'working';
  name: string;
  source: string;
  setBy: PersonRef | null;
  /** Null: the notice does not name the day, which stays as it is. */
  becomes: 'rest' | 'working' | null;
}

/** POST bpmnCalendars:readArrangement → ArrangementReading, without writing */
export type ArrangementReading =
  | { state: 'refused'; problems: { code: string; text: string }[] }
  | {
      state: 'read';
      source: string;
      /** The state of the calendar that it was compared with: an import names it. */
      revision: string;
      festivals: ArrangementFestival[];
      conflicts: ArrangementConflictView[];
      /** Days that are to be written. */
      days: number;
      /** Until then the calendar is known afterwards; null: as far as before. */
      coveredUntil: string | null;
      effect: CalendarEffect;
    };

/** POST bpmnCalendars:importArrangement → CalendarEffect */
export interface ImportArrangementBody extends ArrangementBody {
  revision: string;
}
