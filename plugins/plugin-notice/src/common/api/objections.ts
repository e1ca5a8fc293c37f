import type { JournalLine } from './journal-line';
import type {
  ObjectionChannel,
  ObjectionDecision,
  ObjectionLevel,
  ObjectionReconsideration,
  ObjectionStatus,
  PeriodUnit,
  PersonRef,
  PlaceRef,
} from './words';

/** A step of a notice's matter; one of a process of one's own has the title that its drawing gives it. */
export interface AffectedStep {
  step: string;
  title: string | null;
}

/** POST noticeRaisedObjections:list — objections to notices that the reader staffs; administrators: to all. No row says who objects, or with which words. */
export interface ObjectionListQuery {
  noticeId?: string;
  /** At this place and below it. */
  placeId?: string;
  status?: ObjectionStatus[];
  level?: ObjectionLevel;
  /** Only those on which the reader decides now, what is due first at the top; otherwise the newest is. */
  isWaiting?: boolean;
  /** Only those whose next thing should have been done by now. */
  isOverdue?: boolean;
  /** In the number. */
  search?: string;
  page?: number;
  pageSize?: number;
}

export interface ObjectionRow {
  id: string;
  number: string;
  notice: { id: string; number: string; title: string };
  place: PlaceRef | null;
  channel: ObjectionChannel;
  status: ObjectionStatus;
  level: ObjectionLevel;
  people: number;
  receivedOn: string;
  /** The first moment that is too late for the next thing; null: nothing waits. */
  dueAt: number | null;
  isOverdue: boolean;
  /** The last day for the next thing; null: nothing waits. */
  dueOn: string | null;
  /** Working days until and with that day, 0 on it, less once it is over; null: nothing waits. */
  workingDaysLeft: number | null;
  decision: ObjectionDecision | null;
}

export interface ObjectionList {
  rows: ObjectionRow[];
  total: number;
}

/** POST noticeRaisedObjections:notices { search } — notices to which the reader may enter an objection, at most twenty; those that have ended when searched for. */
export interface TakingNotice {
  id: string;
  number: string;
  title: string;
  /** The last day of its period; null: that has not begun. */
  endsOn: string | null;
  /** Whose act an objection may be against. */
  involved: PersonRef[];
}

/** What the reader may do now, by the name of its action. */
export type ObjectionAct =
  | 'reveal'
  | 'accept'
  | 'refuse'
  | 'setAgainst'
  | 'recordHearing'
  | 'answer'
  | 'appeal'
  | 'reconsider'
  | 'close';

/** POST noticeRaisedObjections:get?filterByTk=id */
export interface ObjectionView extends ObjectionRow {
  /** With names, numbers and addresses left out where `isMasked`. */
  text: string;
  /** The reader does not decide on it, so words that tell who objects are left out, and hearing notes too. */
  isMasked: boolean;
  /** Why it was entered once the last day was over; null: it was not. */
  lateReason: string | null;
  /** It was entered once the case that waited for the notice had gone on: what is upheld has to be dealt with there by people. */
  caseWentOn: boolean;
  /** There is a name, a contact, a note or a scan that `noticeRaisedObjections:reveal` shows. */
  hasObjector: boolean;
  against: PersonRef | null;
  /** The reader is whom it is against, or did what it is against. */
  isAgainstReader: boolean;
  acceptedAt: number | null;
  needsHearing: boolean;
  hearingOn: string | null;
  hearingNotes: string | null;
  answer: string | null;
  affectedStep: string | null;
  /** Whose act it may be against; empty for whoever does not decide. */
  involved: PersonRef[];
  /** How long the notice is posted anew when it is taken down for this. */
  period: { days: number; unit: PeriodUnit };
  /** Steps of which an upheld objection names one; empty: none is asked. */
  steps: AffectedStep[];
  answeredAt: number | null;
  answeredBy: PersonRef | null;
  appeal: string | null;
  appealedAt: number | null;
  reconsideration: ObjectionReconsideration | null;
  reconsiderationText: string | null;
  reconsideredAt: number | null;
  reconsideredBy: PersonRef | null;
  closedAt: number | null;
  erasedAt: number | null;
  revision: number;
  /** How often each person has looked up who objects. */
  readBy: { name: string; count: number }[];
  journal: JournalLine[];
  may: ObjectionAct[];
}

/** POST noticeRaisedObjections:reveal?filterByTk=id — each look is in the journal. */
export interface ObjectorView {
  name: string | null;
  contact: string | null;
  /** What the clerk noted of who objects. */
  note: string | null;
  scan: { id: string; name: string; type: string; size: number } | null;
}

/** POST noticeRaisedObjections:scan?filterByTk=id → { name, type, content } with the bytes as base64; a look as well. */
export interface ScanView {
  name: string;
  type: string;
  content: string;
}

/** A scan of the paper: PDF, JPEG or PNG, at most 5 MB. */
export interface ScanBody {
  name: string;
  /** Base64. */
  content: string;
}

/** POST noticeRaisedObjections:receive → {@link Acknowledgement}: what came at the window or on paper. */
export interface ReceiveObjectionBody {
  noticeId: string;
  channel: 'window' | 'paper';
  /** The day on which it was handed in. */
  receivedOn: string;
  /** Why it is entered once the last day is over; asked for then. */
  lateReason?: string;
  text: string;
  name?: string;
  contact?: string;
  note?: string;
  people?: number;
  againstUserId?: number;
  scan?: ScanBody;
}

/** The code is told here and never again: whoever objects reads the answer with it. */
export interface Acknowledgement {
  id: string;
  number: string;
  code: string;
}

/** POST noticeRaisedObjections:accept { } ; refuse { reason } ; setAgainst { userId: number | null } ; close { } */

/** POST noticeRaisedObjections:recordHearing?filterByTk=id */
export interface HearingBody {
  hearingOn: string;
  notes: string;
}

/** POST noticeRaisedObjections:answer?filterByTk=id */
export interface AnswerBody {
  decision: ObjectionDecision;
  answer: string;
  affectedStep?: string;
}

/** POST noticeRaisedObjections:appeal?filterByTk=id { text } — entered for whoever objects. */

/** POST noticeRaisedObjections:reconsider?filterByTk=id */
export interface ReconsiderBody {
  reconsideration: ObjectionReconsideration;
  text: string;
  affectedStep?: string;
}

/** What the wall tells whoever has the acknowledgement code; never who objected. */
export interface ObjectionAnswer {
  number: string;
  noticeTitle: string;
  receivedOn: string;
  status: ObjectionStatus;
  decision: ObjectionDecision | null;
  answer: string | null;
  answeredOn: string | null;
  /** The last day for going to the level above; null: not now. */
  appealUntil: string | null;
  reconsideration: ObjectionReconsideration | null;
  reconsiderationText: string | null;
  closedOn: string | null;
}
