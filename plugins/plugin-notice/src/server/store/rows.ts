import type { NoticeSummary, WallPlace, WallState } from '@wuxin/notice-wall';
import type { ChainedRow } from '@wuxin/plugin-bpmn';
import type {
  BoardProof,
  CollectionStatus,
  DisclosureCadence,
  DisclosureCertainty,
  DisclosureClass,
  DisclosureStatus,
  FilePurpose,
  NoticeBlock,
  NoticeForm,
  NoticeKind,
  NoticeOutcome,
  NoticePost,
  NoticeStatus,
  ObjectionChannel,
  ObjectionDecision,
  ObjectionLevel,
  ObjectionReconsideration,
  ObjectionStatus,
  OpinionStatus,
  PeriodUnit,
  PostingStatus,
  ReviewVerdict,
  WallRebuild,
  WallSettings,
} from '../../common/api';

/** Rows as they are stored. Times are milliseconds, days ISO days of the place. */

/** That a person has looked at what the redaction check found in one text. */
export interface RedactionRecord {
  /** Of the text and the attachments that were looked at; another text has to be checked anew. */
  readonly digest: string;
  readonly checkedAt: number;
  readonly checkedById: number;
  readonly checkedByName: string;
  /** How many findings of each kind there were, and how many of them a person let stand, with the reasons; never what was found. */
  readonly kinds: Readonly<Record<string, { readonly masked: number; readonly kept: number }>>;
  readonly reasons: readonly string[];
  /** What somebody said after looking at what no check of words can read, by file. */
  readonly looked: readonly { readonly fileId: string; readonly words: string }[];
}

/** A name that the case knows, and how names of its class may be shown. Erased when the notice has ended. */
export interface NoticeName {
  readonly name: string;
  readonly fieldClass: string;
}

export interface NoticeRecord {
  readonly id: string;
  /** As people quote it: 2026-000007. */
  readonly number: string;
  readonly kindKey: string;
  readonly form: NoticeForm;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly placeId: string | null;
  readonly status: NoticeStatus;
  /** Whole days after the day of the last required publication; 0: as long as it is kept. */
  readonly periodDays: number;
  readonly periodUnit: PeriodUnit;
  /** Calendar days after the period for which it stays readable. */
  readonly keepDays: number;
  readonly takesObjections: boolean;
  /** The boards on which it has to be posted before its period begins. */
  readonly boardIds: readonly string[];
  readonly boardProof: BoardProof;
  /** The first day on which it may be published. */
  readonly notBefore: string | null;
  /** What it is about, as objections and the calendar name it. */
  readonly matter: string | null;
  /** What the redaction check found in which text, and what a person decided on each. */
  readonly check: RedactionRecord | null;
  /** People whom the case knows; the check looks for them. Null: none, or it has ended. */
  readonly knownNames: readonly NoticeName[] | null;
  readonly submittedAt: number | null;
  readonly approvedAt: number | null;
  readonly approvedById: number | null;
  readonly approvedByName: string | null;
  /** Of the address on the wall; nobody can guess it. */
  readonly wallToken: string | null;
  /** On the wall. */
  readonly publishedAt: number | null;
  /** The day of the last required publication. */
  readonly startsOn: string | null;
  /** The last day of its period. */
  readonly endsOn: string | null;
  readonly keepUntilOn: string | null;
  readonly endedAt: number | null;
  readonly takenDownAt: number | null;
  readonly outcome: NoticeOutcome | null;
  /** Of what was published: title, body, attachments. */
  readonly contentHash: string | null;
  /** The notice that it corrects and stands for. */
  readonly previousId: string | null;
  /** The case and the token that wait for it. */
  readonly instanceId: string | null;
  readonly tokenId: string | null;
  /** The process goes on at once with an objection that was upheld; else the notice is corrected and posted again. */
  readonly returnsUpheld: boolean;
  /** Steps of its process of which an upheld objection names one; null: it is not asked. */
  readonly affectedSteps: readonly string[] | null;
  readonly revision: number;
  readonly createdAt: number;
  readonly createdById: number | null;
  readonly createdByName: string | null;
}

/** Who does what for a notice. */
export interface StaffRecord {
  readonly id: string;
  readonly noticeId: string;
  readonly userId: number;
  readonly name: string;
  readonly post: NoticePost;
}

/** A kind of notice; its numbers are parameters. */
export interface KindRecord {
  readonly key: string;
  readonly kind: NoticeKind;
  /** Digest of what came with the software when this was last taken from it; null: a kind of one’s own. */
  readonly shippedDigest: string | null;
  readonly changedAt: number;
  readonly changedById: number | null;
  readonly changedByName: string | null;
}

/** A file of a notice or of an objection, without its bytes. */
export interface FileRecord {
  readonly id: string;
  /** A notice, a posting (its photo) or an objection. */
  readonly ownerId: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: number;
  readonly addedById: number | null;
}

/** Base64, so that every database and a transaction of ours keep it alike; never part of a list. */
export interface FileBytesRecord {
  readonly id: string;
  readonly bytes: string;
}

/** Where notices are posted beside the wall. */
export interface BoardRecord {
  readonly id: string;
  readonly placeId: string | null;
  readonly name: string;
  readonly address: string;
  readonly isInUse: boolean;
}

/** That a notice hangs on a board. */
export interface PostingRecord {
  readonly id: string;
  readonly noticeId: string;
  readonly boardId: string;
  readonly status: PostingStatus;
  readonly postedOn: string | null;
  readonly photoId: string | null;
  readonly postedById: number | null;
  readonly postedByName: string | null;
  readonly confirmedById: number | null;
  readonly confirmedByName: string | null;
  readonly confirmedAt: number | null;
  readonly takenDownOn: string | null;
}

/** An objection to a notice. Who objects is readable to whoever decides on it and nobody else. */
export interface ObjectionRecord {
  readonly id: string;
  readonly number: string;
  readonly noticeId: string;
  readonly placeId: string | null;
  readonly channel: ObjectionChannel;
  readonly status: ObjectionStatus;
  /** Keyed digest of the acknowledgement code; the code itself is told once. */
  readonly codeDigest: string;
  readonly text: string;
  readonly objectorName: string | null;
  readonly contact: string | null;
  /** What the clerk noted of who objects; erased with name and contact. */
  readonly note: string | null;
  /** How many object together. */
  readonly people: number;
  /** Whose act it is against. */
  readonly againstUserId: number | null;
  readonly receivedOn: string;
  readonly receivedAt: number;
  readonly enteredById: number | null;
  /** Why it was entered once the last day was over; null: it was not. Erased with who it is from. */
  readonly lateReason: string | null;
  /** Who decides now. */
  readonly level: ObjectionLevel;
  /** Until when the next thing is to be done. */
  readonly dueAt: number | null;
  readonly acceptedAt: number | null;
  readonly hearingOn: string | null;
  readonly hearingNotes: string | null;
  /** As it is told to whoever objected. */
  readonly answer: string | null;
  readonly decision: ObjectionDecision | null;
  readonly affectedStep: string | null;
  readonly answeredAt: number | null;
  readonly answeredById: number | null;
  readonly answeredByName: string | null;
  /** Why whoever objected goes to the level above. */
  readonly appeal: string | null;
  readonly appealedAt: number | null;
  readonly reconsideration: ObjectionReconsideration | null;
  readonly reconsiderationText: string | null;
  readonly reconsideredAt: number | null;
  readonly reconsideredById: number | null;
  readonly reconsideredByName: string | null;
  readonly closedAt: number | null;
  /** When name and contact were erased. */
  readonly erasedAt: number | null;
  /** How many rows its journal has. */
  readonly revision: number;
}

/** A collection of opinions 征集意见 on a text. */
export interface CollectionRecord {
  readonly id: string;
  readonly number: string;
  /** The announcement by which people are asked. */
  readonly noticeId: string;
  readonly placeId: string | null;
  readonly title: string;
  readonly status: CollectionStatus;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** For how many days it is open from the day of its announcement, where its days are not fixed. */
  readonly days: number | null;
  /** What became of the opinions, for publication; no names. */
  readonly feedback: string | null;
  readonly closedAt: number | null;
  readonly feedbackNoticeId: string | null;
  readonly instanceId: string | null;
  readonly tokenId: string | null;
  readonly revision: number;
  readonly createdAt: number;
}

/** One opinion. */
export interface OpinionRecord {
  readonly id: string;
  readonly collectionId: string;
  readonly number: number;
  readonly channel: ObjectionChannel;
  readonly codeDigest: string;
  readonly text: string;
  readonly giverName: string | null;
  readonly contact: string | null;
  readonly receivedOn: string;
  readonly receivedAt: number;
  readonly enteredById: number | null;
  /** Why it was entered once the last day was over; null: it was not. Erased with who it is from. */
  readonly lateReason: string | null;
  readonly status: OpinionStatus;
  /** Why it is adopted, in part or not. */
  readonly reason: string | null;
  readonly decidedAt: number | null;
  readonly decidedById: number | null;
  readonly decidedByName: string | null;
}

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

/** The wall itself, one row: whoever changes it locks this. */
export interface WallRecord {
  readonly id: string;
  readonly settings: WallSettings | null;
  readonly rebuild: WallRebuild | null;
  /** Of the options and pages with which the folder was written last; another one asks for a rebuild. */
  readonly writtenDigest: string | null;
  /** How often its lists have changed. */
  readonly revision: number;
  readonly lockedAt: number;
}

/** A list of the wall. */
export interface WallListRecord {
  readonly key: string;
  readonly scope: string;
  /** Of a month list: 2026-11. */
  readonly month: string | null;
  /** The highest sequence that was ever given. */
  readonly last: number;
  /** Entries that are in it. */
  readonly held: number;
}

/** A notice in a list of the wall. */
export interface WallEntryRecord {
  readonly id: string;
  readonly list: string;
  readonly sequence: number;
  readonly page: number;
  /** As the wall calls it: its token. */
  readonly noticeId: string;
  readonly notice: NoticeSummary;
}

/** A place that a notice was ever published in. */
export type WallPlaceRecord = WallPlace;

/** How a notice stands on the wall. */
export interface WallStateRecord {
  readonly noticeId: string;
  readonly state: WallState;
}

/** What was done to a notice, an objection or a collection: a chain for each. */
export interface JournalRecord extends ChainedRow {
  readonly subjectId: string;
}
