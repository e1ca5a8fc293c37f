import type {
  DisclosureCadence,
  DisclosureCertainty,
  DisclosureClass,
  DisclosureStatus,
  NoticeStatus,
  PlaceRef,
  ReviewVerdict,
} from './words';

/** What an administrator, or staff within their place, says of a duty. */
export interface DutyBody {
  placeId: string | null;
  class: DisclosureClass;
  title: string;
  titleEn: string;
  cadence: DisclosureCadence;
  dueDays: number;
  /** Null: what the parameter `notice.disclosure_days` says at the place. */
  keepDays: number | null;
  source: string;
  sourceEn: string;
  certainty: DisclosureCertainty;
}

/** What a lower place makes of a duty from above: never less often, never later, never kept shorter. */
export interface TighteningBody {
  placeId: string;
  cadence: DisclosureCadence;
  dueDays: number;
  keepDays: number | null;
}

export interface TighteningView {
  id: string;
  place: PlaceRef;
  cadence: DisclosureCadence;
  dueDays: number;
  keepDays: number | null;
  startsOn: string;
  isInUse: boolean;
}

export interface DutyView extends Omit<DutyBody, 'placeId'> {
  id: string;
  key: string | null;
  /** Null: it holds everywhere. */
  place: PlaceRef | null;
  startsOn: string;
  isInUse: boolean;
  /** It came with the software and somebody changed it here. */
  isChanged: boolean;
  /** At the place that was asked for, and on the way to it. */
  tightenings: TighteningView[];
  /** What holds at the place that was asked for. */
  inForce: { cadence: DisclosureCadence; dueDays: number; keepDays: number | null };
  mayChange: boolean;
}

export interface DutyList {
  rows: DutyView[];
  /** The reader may add duties at the place that was asked for. */
  mayAdd: boolean;
  /** The reader may add duties that hold everywhere. */
  mayAddEverywhere: boolean;
}

/** How a disclosure stands on a day: `late` was published, but after its day. */
export type DisclosureState = 'due' | 'overdue' | 'published' | 'late' | 'waived';

export interface DisclosureRow {
  id: string;
  dutyId: string;
  title: string;
  titleEn: string;
  class: DisclosureClass;
  place: PlaceRef;
  period: string;
  matter: string | null;
  happenedOn: string;
  dueOn: string;
  status: DisclosureStatus;
  state: DisclosureState;
  publishedOn: string | null;
  /** Days after its day that it was published, or that it is overdue by now; 0: neither. */
  lateDays: number;
}

export type DisclosureCounts = Record<DisclosureState, number>;

export interface CalendarMonth {
  /** 1 to 12, of the day on which each is due. */
  month: number;
  counts: Record<DisclosureClass, DisclosureCounts>;
}

export interface DisclosureYear {
  place: PlaceRef;
  year: number;
  today: string;
  months: CalendarMonth[];
  rows: DisclosureRow[];
  /** There are more rows than are given. */
  isCut: boolean;
  mayRecord: boolean;
}

export interface OverdueQuery {
  placeId?: string;
  class?: DisclosureClass;
  page?: number;
  pageSize?: number;
}

export interface OverdueList {
  today: string;
  total: number;
  rows: DisclosureRow[];
  /** By the places right below the one that was asked for, in the order of the territory. */
  groups: { place: PlaceRef; counts: Record<DisclosureClass, number> }[];
}

export interface DisclosureDetail extends DisclosureRow {
  notice: { id: string; number: string; title: string; status: NoticeStatus } | null;
  keepDays: number;
  draftedByName: string | null;
  draftedAt: number | null;
  review: { verdict: ReviewVerdict; opinion: string; byName: string; at: number } | null;
  isAsReviewed: boolean | null;
  keepUntilOn: string | null;
  waived: { reason: string; byName: string } | null;
  archivedAt: number | null;
  archiveHash: string | null;
  /** What the reader may do now. */
  may: ('draft' | 'review' | 'waive')[];
}

/** Something happened that has to be disclosed. */
export interface EventBody {
  dutyId: string;
  placeId: string;
  matter: string;
  happenedOn: string;
  /** The same event is entered once. */
  eventId?: string;
}
