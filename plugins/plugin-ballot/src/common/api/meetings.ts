import type { ConveningProblem } from '@wuxin/ballot-core';
import type { AttendanceView } from './attendance';
import type { MotionView } from './motions';
import type { RollHead } from './rolls';
import type { KeyView, SlipsView } from './secret';
import type { Localized, MeetingPost, MeetingStatus, PersonRef, PlaceRef } from './words';

/** POST ballotMeetings:list — meetings that the reader takes part in, staffs or looks after. */
export interface MeetingListQuery {
  scope?: 'mine' | 'all';
  status?: MeetingStatus[];
  search?: string;
  page?: number;
  pageSize?: number;
}

export interface MeetingRow {
  id: string;
  number: string;
  title: string;
  typeTitle: Localized;
  place: PlaceRef | null;
  plannedAt: number;
  status: MeetingStatus;
  /** What the reader is there; empty: on the roll only, or an administrator. */
  posts: MeetingPost[];
  motions: number;
  decided: number;
}

export interface MeetingList {
  rows: MeetingRow[];
  total: number;
  mayCreate: boolean;
}

/** POST ballotMeetings:people { search } — who may be asked to staff a meeting; ballotMeetings:places { search } likewise gives `PlaceRef`. */
export interface StaffOption extends PersonRef {
  /** Tells people of the same name apart: post and place. */
  hint?: string | null;
}

export interface AgendaItem {
  title: string;
  text?: string;
}

/** POST ballotMeetings:create → { id }; ballotMeetings:update?filterByTk=id takes any of it while the meeting is a draft. */
export interface MeetingBody {
  typeKey: string;
  title: string;
  placeId?: string | null;
  plannedAt: number;
  venue: string;
  agenda: AgendaItem[];
  staff: { userId: number; post: MeetingPost }[];
  /** The meeting before to which too few came. */
  reconvenes?: string;
}

/** POST ballotMeetings:convene — refused with `ballot.conveningRefused` and the problems unless the rule lets it; `despite` a reason where policy lets go beyond. */
export interface ConveneBody {
  noticeOn: string;
  /** Why it is held although a number of custom, none of the law, stands against it. */
  despite?: string;
}

/** POST ballotMeetings:adjourn — to go on another day within the limits of its type, or `notHeld` because too few came. */
export interface AdjournBody {
  reason: string;
  continuesAt?: number;
}

/** POST ballotMeetings:reconvene?filterByTk=id → { id } of the next meeting, after one to which too few came. */
export interface ReconveneBody {
  plannedAt: number;
  venue?: string;
}

/** POST ballotMeetings:close { minutes }; ballotMeetings:saveMinutes keeps them before that. */
export interface CloseBody {
  /** What was said, differing views among it. */
  minutes: string;
}

/** POST ballotMeetings:setStaff — other people for the posts, also after it was convened. */
export interface StaffBody {
  staff: MeetingBody['staff'];
  reason: string;
}

export interface MeetingStaff extends PersonRef {
  post: MeetingPost;
}

/** GET ballotMeetings:desk?filterByTk=id — everything that the chair's desk shows, in one answer. */
export interface MeetingDesk {
  id: string;
  number: string;
  title: string;
  typeKey: string;
  typeTitle: Localized;
  place: PlaceRef | null;
  status: MeetingStatus;
  plannedAt: number;
  venue: string;
  agenda: AgendaItem[];
  noticeOn: string | null;
  openedAt: number | null;
  closedAt: number | null;
  staff: MeetingStaff[];
  /** What the reader may do now: whole names, such as `ballotMeetings:open`, of actions of `ballotMeetings`, `ballotRolls`, `ballotMotions`, `ballotAttendance`, `ballotBoxes`. */
  may: string[];
  /** What stands against holding it as planned. */
  conveningProblems: ConveningProblem[];
  roll: RollHead | null;
  attendance: AttendanceView;
  motions: MotionView[];
  key: KeyView | null;
  slips: SlipsView | null;
  minutes: string | null;
  reconvenes: { id: string; title: string; times: number } | null;
  /** The case that waits for it. */
  instanceId: string | null;
  /** Grows with every change, for `GET ballotMeetings:revision`, which desks ask every few seconds. */
  revision: number;
}

/** GET ballotMeetings:minutesFile?filterByTk=id — the minutes as a Word file. GET ballotMeetings:journal → the chain of what was done, without anything of a secret vote. */
export interface JournalRow {
  sequence: number;
  kind: string;
  /** In the reader's language. */
  text: string;
  by: PersonRef | null;
  at: number;
  hash: string;
}
