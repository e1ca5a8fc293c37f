import type { Localized } from './words';

/** `qr`: by the own account from the code on the wall; `clerk`: called out; `paper`: entered from the signed sheet. */
export type ArrivalMeans = 'qr' | 'clerk' | 'paper';

/**
 * POST ballotAttendance:arrive?filterByTk=meetingId { entryIds, means, at? }, :leave { entryIds, at? }; `at` only for what is entered from paper.
 * POST ballotAttendance:signIn?filterByTk=meetingId { ticket } — the reader's own arrival, with the ticket of the code on the wall.
 */
export interface MovementBody {
  entryIds: string[];
  means?: ArrivalMeans;
  at?: number;
}

/** GET ballotAttendance:ticket?filterByTk=meetingId — the sign-in code that the wall shows; it changes every minute and works for two. */
export interface SignInTicket {
  ticket: string;
  url: string;
  validUntil: number;
}

export interface AttendanceView {
  due: number;
  present: number;
  women: number;
  households: number | null;
  householdsPresent: number | null;
  /** How many more have to come for the ordinary rule of the meeting: 还差 3 人到会; 0 when there are enough; null: no rule may be used. */
  missing: number | null;
  sentence: Localized | null;
}
