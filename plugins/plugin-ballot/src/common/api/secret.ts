/**
 * Secret votes. `ballotBoxes:*` are actions of the staff. The voter's door is none of them: `/api/ballot-box/…` knows no session, is not logged,
 * and gives and takes only what stands below.
 */

/** POST ballotBoxes:drawKey?filterByTk=meetingId — the shares, printed at once and kept nowhere; again only before anybody voted. */
export interface DrawnKeyView {
  publicKey: string;
  shares: [first: string, second: string, recovery: string];
}

export interface KeyView {
  publicKey: string;
  isOpen: boolean;
}

/**
 * POST ballotBoxes:drawSlips?filterByTk=meetingId { count } — the codes, printed at once and kept nowhere; another call replaces them while nobody has got one, and adds to them afterwards.
 */
export interface DrawnSlipsView {
  codes: string[];
  /** Where phones vote; the code is entered there and stands in no address. */
  url: string;
}

export interface SlipsView {
  drawn: number;
  handedOut: number;
  /** Given back for a paper ballot. */
  exchanged: number;
}

/** POST ballotBoxes:handOut?filterByTk=meetingId { entryId } — a slip was drawn from the box by whoever stands at the desk; which one nobody notes. */
export interface HandOutBody {
  entryId: string;
}

/** POST ballotBoxes:exchange?filterByTk=meetingId { code } — the slip is given back for a paper ballot: its code votes no more. Refused when it has voted on an open motion. */
export interface ExchangeBody {
  code: string;
}

/** POST ballotBoxes:openBox?filterByTk=motionId { shares } — two of three shares, after the motion is closed. */
export interface OpenBoxBody {
  shares: string[];
}

export interface BoxView {
  /** Ballots in the box; while the vote is open only this number, and only from the minimum cell on. */
  ballots: number | null;
  isOpened: boolean;
  /** Null before it is opened, and of a mixed vote with few ballots on phones or on paper: from it few choices could be tried out. */
  head: string | null;
  receipts: string[];
  choices: (string[] | null)[];
  spoilt: number;
}

/** POST /api/ballot-box/:meetingId/look { code } */
export interface SlipLook {
  meeting: { id: string; title: string };
  publicKey: string;
  motions: {
    id: string;
    title: string;
    text: string;
    candidates: { id: string; name: string }[];
    seats: number | null;
    closesAt: number | null;
    /** False: it is closed and not counted yet; who has voted on it still finds the receipt. */
    isOpen: boolean;
    /** This slip has voted on it: its receipt. */
    receipt: string | null;
  }[];
}

/** POST /api/ballot-box/:meetingId/cast → { receipt } */
export interface CastBody {
  motionId: string;
  code: string;
  sealed: string;
}

/** GET /api/ballot-box/:meetingId/list — after opening: everything that is published. */
export interface PublishedList {
  meeting: { id: string; title: string };
  /** `head` is null where it would tell of few: see BoxView. */
  motions: { id: string; title: string; receipts: string[]; head: string | null }[];
}
