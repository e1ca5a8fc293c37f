import type { CheckSummary } from './check';
import type { NoticeBlock } from './content';
import type {
  BoardProof,
  FilePurpose,
  Localized,
  NoticeForm,
  NoticeOutcome,
  NoticePost,
  NoticeStatus,
  PeriodUnit,
  PersonRef,
  PlaceRef,
  PostingStatus,
} from './words';

export interface StaffBody {
  readonly userId: number;
  readonly post: NoticePost;
}

/** `noticeNotices:create` */
export interface NoticeBody {
  readonly kindKey: string;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly placeId?: string | null;
  readonly matter?: string | null;
  readonly staff: readonly StaffBody[];
  /** The boards on which it has to be posted before its period begins. */
  readonly boardIds?: readonly string[];
  /** Longer than the parameter says, never shorter; left out: as the parameter says. */
  readonly periodDays?: number;
  /** The first day on which it may be published. */
  readonly notBefore?: string | null;
}

/** `noticeNotices:update`; with the revision of the desk nobody saves over what somebody else saved since. */
export interface NoticeChangeBody extends Partial<NoticeBody> {
  readonly revision?: number;
}

/** `noticeNotices:list` */
export interface NoticeListQuery {
  /** `all` is for administrators; others get their own. `waiting`: what the reader has to do the next step of. */
  readonly scope?: 'mine' | 'all' | 'waiting';
  readonly status?: readonly NoticeStatus[];
  readonly kindKey?: string;
  /** At this place and below it. */
  readonly placeId?: string;
  /** In the title, or of the number. */
  readonly search?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

export interface NoticeRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kindTitle: Localized;
  readonly form: NoticeForm;
  readonly place: PlaceRef | null;
  readonly status: NoticeStatus;
  readonly posts: readonly NoticePost[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly outcome: NoticeOutcome | null;
  readonly createdAt: number;
}

export interface NoticeList {
  readonly rows: readonly NoticeRow[];
  readonly total: number;
  /** The day of the places, from which days left are counted. */
  readonly today: string;
  readonly mayDraft: boolean;
  /** Administrators: all notices, and all boards. */
  readonly mayAdminister: boolean;
}

/** `noticeNotices:onWall`: what everybody may read on the wall; only those on which there is still something to do, or all that hang. */
export interface OnWallQuery {
  /** At this place and below it, and what is for all places. */
  readonly placeId?: string;
  /** Their period is not over; an announcement by which people are asked for opinions now. */
  readonly only?: 'running' | 'asking';
  readonly page?: number;
  readonly pageSize?: number;
}

export interface OnWallRow
  extends Pick<NoticeRow, 'number' | 'title' | 'kindTitle' | 'form' | 'place' | 'status' | 'startsOn' | 'endsOn'> {
  readonly wallPath: string;
  /** For whoever has a part in it, and administrators; null: the reader has the wall only. */
  readonly id: string | null;
  /** People are asked for opinions; `id` as above. */
  readonly asks: { readonly id: string | null; readonly title: string; readonly closesOn: string | null } | null;
}

export interface OnWallList {
  readonly rows: readonly OnWallRow[];
  readonly total: number;
  /** The day of the places, from which days left are counted. */
  readonly today: string;
}

export interface FileView {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

export interface BoardView {
  readonly id: string;
  readonly place: PlaceRef | null;
  readonly name: string;
  readonly address: string;
  readonly isInUse: boolean;
}

/** `noticeBoards:create`; `noticeBoards:update` takes any part of it but the place. */
export interface BoardBody {
  readonly placeId: string | null;
  readonly name: string;
  readonly address?: string;
  readonly isInUse?: boolean;
}

export interface PostingView {
  readonly id: string;
  readonly boardId: string;
  readonly boardName: string;
  readonly boardAddress: string;
  readonly status: PostingStatus;
  /** Proven as the notice asks for it: by its photo or by a second person. */
  readonly isProven: boolean;
  readonly postedOn: string | null;
  readonly photoId: string | null;
  readonly postedBy: PersonRef | null;
  readonly confirmedBy: PersonRef | null;
  readonly confirmedAt: number | null;
  readonly takenDownOn: string | null;
}

export interface NoticeJournalRow {
  readonly sequence: number;
  readonly kind: string;
  readonly text: string;
  readonly by: PersonRef | null;
  readonly at: number;
  readonly hash: string;
}

/** What somebody may do to a notice: the names of the actions. */
export type NoticeAct =
  | 'noticeNotices:update'
  | 'noticeNotices:setStaff'
  | 'noticeNotices:addFile'
  | 'noticeNotices:removeFile'
  | 'noticeNotices:check'
  | 'noticeNotices:redact'
  | 'noticeNotices:submit'
  | 'noticeNotices:return'
  | 'noticeNotices:approve'
  | 'noticeNotices:cancel'
  | 'noticeNotices:publish'
  | 'noticeNotices:addPhoto'
  | 'noticeNotices:notePosted'
  | 'noticeNotices:confirmPosting'
  | 'noticeNotices:noteTakenDown'
  | 'noticeNotices:takeDown'
  | 'noticeNotices:correct';

/** `noticeNotices:desk` */
export interface NoticeDesk {
  readonly id: string;
  readonly number: string;
  readonly kindKey: string;
  readonly kindTitle: Localized;
  readonly form: NoticeForm;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly place: PlaceRef | null;
  readonly matter: string | null;
  readonly status: NoticeStatus;
  readonly periodDays: number;
  readonly periodUnit: PeriodUnit;
  /** What the parameter in force asks for at least, and whether a person confirmed it. */
  readonly minimum: { readonly parameter: string; readonly days: number; readonly isConfirmed: boolean } | null;
  readonly keepDays: number;
  readonly takesObjections: boolean;
  readonly boardProof: BoardProof;
  readonly notBefore: string | null;
  readonly staff: readonly (PersonRef & { readonly post: NoticePost })[];
  readonly may: readonly NoticeAct[];
  readonly files: readonly FileView[];
  readonly boardIds: readonly string[];
  readonly postings: readonly PostingView[];
  readonly check: CheckSummary | null;
  readonly submittedAt: number | null;
  readonly approvedAt: number | null;
  readonly approvedBy: PersonRef | null;
  readonly publishedAt: number | null;
  /** Of the page on the wall; null before it is published and once it is gone from there. */
  readonly wallPath: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly keepUntilOn: string | null;
  /** The day of the places, from which days left are counted. */
  readonly today: string;
  /** Before its period begins: its days if it hung everywhere today. Null: it has begun, or there is no calendar yet. */
  readonly expected: { readonly startsOn: string; readonly endsOn: string } | null;
  readonly endedAt: number | null;
  readonly takenDownAt: number | null;
  readonly outcome: NoticeOutcome | null;
  readonly objections: ObjectionsSummary;
  readonly contentHash: string | null;
  /** The notice that it stands for, and the one that stands for it. */
  readonly previous: { readonly id: string; readonly number: string } | null;
  readonly next: { readonly id: string; readonly number: string } | null;
  readonly instanceId: string | null;
  readonly journal: readonly NoticeJournalRow[];
  readonly revision: number;
}

export interface ObjectionsSummary {
  readonly total: number;
  readonly open: number;
  readonly rejected: number;
  readonly upheld: number;
}

/** What may be public of a notice, and nothing else. */
export interface PublicNotice {
  /** Of its address; nobody can guess it. */
  readonly token: string;
  readonly number: string;
  readonly kindKey: string;
  readonly kindTitle: Localized;
  readonly form: NoticeForm;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly place: PlaceRef | null;
  readonly publishedOn: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly keepUntilOn: string | null;
  /** Its period is over; it is still readable. */
  readonly isOver: boolean;
  /** People may object to it now. */
  readonly takesObjections: boolean;
  /** The number of the notice that it corrects. */
  readonly correctsNumber: string | null;
  readonly files: readonly Omit<FileView, 'purpose'>[];
  readonly contentHash: string;
}
