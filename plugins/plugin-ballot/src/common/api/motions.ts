import type { CandidateInput, CountsInput, Feasibility, Outlook, Result } from '@wuxin/ballot-core';
import type { CountSheet, RollCallRow } from './counts';
import type { BoxView } from './secret';
import type { Localized, MotionStatus, PersonRef, Secrecy, Way } from './words';

/** POST ballotMotions:create?filterByTk=meetingId → { id }; ballotMotions:update?filterByTk=id while it waits. */
export interface MotionBody {
  title: string;
  text: string;
  ruleKey: string;
  way: Way;
  /** An election: who stands, and how many seats. Without it 赞成 / 反对 / 弃权. */
  candidates?: Pick<CandidateInput, 'id' | 'name'>[];
  seats?: number;
  /** Entries of the roll that may not vote on it, each with the reason. */
  recused?: { entryId: string; reason: string }[];
  /** Phones are answered until then; the chair may close earlier. */
  closesAt?: number | null;
}

/**
 * POST ballotMotions:open — checks that the roll is frozen, nobody is enrolled twice, the quorum is there, and warns (`ballot.cannotPass`) when it
 * cannot pass any more unless `despiteOutlook` gives the reason. POST ballotMotions:close ends voting; :decide counts and decides; :withdraw { reason }.
 */
export interface OpenMotionBody {
  despiteOutlook?: string;
}

/** POST ballotMotions:nextRound?filterByTk=id → { id } of the new motion, where the result asks for one. */
export interface MotionView {
  id: string;
  number: number;
  round: number;
  title: string;
  text: string;
  ruleKey: string;
  ruleTitle: Localized;
  way: Way;
  secrecy: Secrecy;
  status: MotionStatus;
  candidates: { id: string; name: string }[];
  seats: number | null;
  recused: { entryId: string; name: string; reason: string }[];
  openedAt: number | null;
  closesAt: number | null;
  closedAt: number | null;
  /** Attendance as it was when the motion was opened; once decided, all that the result was worked out from. */
  counted: CountsInput | null;
  /** Who is there to be counted while it is open, and who was there when it was closed, until it is decided. */
  attended: CountsInput | null;
  feasibility: Feasibility | null;
  /** Only of open ways: nobody looks into a secret vote. */
  outlook: Outlook | null;
  /** Who may still be asked to vote, as numbers only. */
  progress: { expected: number; voted: number } | null;
  sheets: CountSheet[];
  rollCall: RollCallRow[] | null;
  box: BoxView | null;
  result: Result | null;
  nextRound: 'again' | 'revote' | 'further' | null;
  decidedAt: number | null;
  decidedBy: PersonRef | null;
  /** Recounted from the stored rows just now, and the same? null: not decided yet. */
  may: string[];
}

/** GET ballotMotions:recount?filterByTk=id — counts what is stored once more and compares. */
export interface Recount {
  counts: CountsInput;
  result: Result;
  isSame: boolean;
}

/** GET ballotMotions:export?filterByTk=id — what `recount.mjs` reads: rule, counts or published box, result; no names in a secret vote. */
export interface MotionExport {
  schema: 1;
  meeting: { id: string; title: string; heldOn: string };
  motion: { id: string; title: string; text: string; way: Way; secrecy: Secrecy };
  rollHash: string;
  rule: unknown;
  counts: CountsInput;
  box: { publicKey: string; receipts: string[]; choices: (string[] | null)[]; head: string } | null;
  votes: { number: number; answer: string }[] | null;
  sheets: { counts: CountsInput }[];
  result: Result;
}
