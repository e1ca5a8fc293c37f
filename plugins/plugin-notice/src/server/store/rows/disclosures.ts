import type {
  DisclosureCadence,
  DisclosureCertainty,
  DisclosureClass,
  DisclosureStatus,
  ReviewVerdict,
} from '../../../common/api';

/** What has to be disclosed, how often: the catalogue. */
export interface DutyRecord {
  readonly id: string;
  /** Of one that comes with the software. */
  readonly key: string | null;
  /** The duty from above that a lower place makes stricter: only cadence and days of this row count then. */
  readonly tightensId: string | null;
  /** It holds here and below; null: everywhere. */
  readonly placeId: string | null;
  readonly class: DisclosureClass;
  readonly title: string;
  readonly titleEn: string;
  readonly cadence: DisclosureCadence;
  /** Calendar days after the end of the period, or after what happened. */
  readonly dueDays: number;
  /** Null: what the parameter says at the place. */
  readonly keepDays: number | null;
  readonly source: string;
  readonly sourceEn: string;
  readonly certainty: DisclosureCertainty;
  /** Periods that began before are not owed. */
  readonly startsOn: string;
  /** The last day whose periods were entered in the calendar. */
  readonly openedOn: string | null;
  readonly isInUse: boolean;
  /** Digest of what came with the software when this was last taken from it; null: one of one’s own. */
  readonly shippedDigest: string | null;
  readonly changedAt: number;
  readonly changedById: number | null;
  readonly changedByName: string | null;
}

/** One duty in one period at one place. */
export interface DisclosureRecord {
  readonly id: string;
  readonly dutyId: string;
  readonly class: DisclosureClass;
  readonly placeId: string;
  /** 2026Q3, 2026-07, 2026, or `event:` and the id of what happened. */
  readonly period: string;
  /** What happened, and when; of a period: its last day. */
  readonly matter: string | null;
  readonly happenedOn: string;
  readonly dueOn: string;
  readonly status: DisclosureStatus;
  readonly noticeId: string | null;
  readonly draftedAt: number | null;
  readonly draftedById: number | null;
  readonly draftedByName: string | null;
  /** By the supervision committee. */
  readonly reviewedAt: number | null;
  readonly reviewedById: number | null;
  readonly reviewedByName: string | null;
  readonly reviewOpinion: string | null;
  readonly reviewVerdict: ReviewVerdict | null;
  /** Of the title and text that were reviewed. */
  readonly reviewedDigest: string | null;
  readonly publishedOn: string | null;
  /** 0: in time. */
  readonly lateDays: number | null;
  /** What was published is what was reviewed. */
  readonly isAsReviewed: boolean | null;
  readonly keepUntilOn: string | null;
  readonly waivedReason: string | null;
  readonly waivedById: number | null;
  readonly waivedByName: string | null;
  readonly archivedAt: number | null;
  /** Of what was published and its review. */
  readonly archiveHash: string | null;
  readonly createdAt: number;
}
