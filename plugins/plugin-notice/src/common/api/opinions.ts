import type { JournalLine } from './journal-line';
import type { StaffBody } from './notices';
import type { Acknowledgement } from './objections';
import type { CollectionStatus, ObjectionChannel, OpinionStatus, PersonRef, PlaceRef } from './words';

/** How many opinions there are, and what became of them. */
export interface OpinionCounts {
  total: number;
  received: number;
  adopted: number;
  partly: number;
  declined: number;
}

/** POST noticeCollections:list — collections whose announcement the reader staffs; administrators and receivers: all. */
export interface CollectionListQuery {
  noticeId?: string;
  status?: CollectionStatus[];
  /** In title and number. */
  search?: string;
  page?: number;
  pageSize?: number;
}

export interface CollectionRow {
  id: string;
  number: string;
  title: string;
  noticeId: string;
  place: PlaceRef | null;
  status: CollectionStatus;
  opensOn: string | null;
  closesOn: string | null;
  counts: OpinionCounts;
}

export interface CollectionList {
  rows: CollectionRow[];
  total: number;
  /** The reader may begin one. */
  mayBegin: boolean;
}

export type CollectionAct = 'receive' | 'decide' | 'close' | 'cancel';

/** POST noticeCollections:get?filterByTk=id */
export interface CollectionView extends CollectionRow {
  instanceId: string | null;
  /** For publication, once it is closed; no names. */
  feedback: string | null;
  /** The announcement of the feedback; a draft from the close on. */
  feedbackNoticeId: string | null;
  revision: number;
  journal: JournalLine[];
  may: CollectionAct[];
}

/** POST noticeCollections:create → { id }: asked for by an announcement; it opens on its day once that is on the wall. */
export interface CollectionBody {
  noticeId: string;
  title: string;
  opensOn: string;
  closesOn: string;
}

/**
 * POST noticeCollections:begin → { id, noticeId }: whoever drafts notices. Its announcement is drafted with it, and its days begin when that is
 * published.
 */
export interface BeginCollectionBody {
  title: string;
  /** What people are asked about; an empty line begins a paragraph. */
  text: string;
  placeId: string;
  days: number;
  staff: StaffBody[];
}

/** POST noticeCollections:close?filterByTk=id { feedback? } → {@link ClosedCollection}: every opinion is decided; without a text of one's own it is put together. */
export interface CloseCollectionBody {
  feedback?: string;
}

/** The feedback, and the draft of the announcement that publishes it. */
export interface ClosedCollection {
  feedback: string;
  feedbackNoticeId: string;
}

/** POST noticeCollections:cancel?filterByTk=id { reason } */

/** POST noticeOpinions:list?filterByTk=collectionId */
export interface OpinionListQuery {
  status?: OpinionStatus[];
  page?: number;
  pageSize?: number;
}

/** Who gave it is not shown. */
export interface OpinionRow {
  id: string;
  number: number;
  channel: ObjectionChannel;
  receivedOn: string;
  /** Why it was entered once the last day was over; null: it was not. */
  lateReason: string | null;
  text: string;
  status: OpinionStatus;
  reason: string | null;
  decidedAt: number | null;
  decidedBy: PersonRef | null;
}

export interface OpinionList {
  rows: OpinionRow[];
  total: number;
  /** The reader does not decide on them, so words that tell who gave one are left out. */
  isMasked: boolean;
}

/** POST noticeOpinions:receive → {@link Acknowledgement} */
export interface ReceiveOpinionBody {
  collectionId: string;
  channel: 'window' | 'paper';
  receivedOn: string;
  /** Why it is entered once the last day is over; asked for then. */
  lateReason?: string;
  text: string;
  name?: string;
  contact?: string;
}
export type OpinionAcknowledgement = Acknowledgement;

/** POST noticeOpinions:decide?filterByTk=id */
export interface DecideOpinionBody {
  status: Exclude<OpinionStatus, 'received'>;
  reason: string;
}

/** POST noticeOpinions:reveal?filterByTk=id — who gave it, for whoever decides on it; each look is in the journal. */
export interface OpinionGiver {
  name: string | null;
  contact: string | null;
}

/** What the wall tells whoever has the acknowledgement code. */
export interface OpinionAnswer {
  number: number;
  collectionTitle: string;
  receivedOn: string;
  status: OpinionStatus;
  /** Once the collection is closed. */
  reason: string | null;
}
