import type { PersonRef } from './words';

/** Whom a roll counts: 人 or 户. */
export type RollUnit = 'person' | 'household';

/**
 * POST ballotRolls:fill?filterByTk=meetingId — entries out of a collection by a filter of NocoBase; again while the roll is not frozen. Rows that
 * the reader may not read are not taken.
 */
export interface FillRollBody {
  unit: RollUnit;
  collection: string;
  filter: Record<string, unknown>;
  fields: {
    name: string;
    /** Field of the account, so that somebody may sign in with it. */
    user?: string;
    household?: string;
    representsHousehold?: string;
    isWoman?: string;
    standing?: string;
    /** What tells the same person on two rolls, e.g. a field with an ID number: only its keyed digest is kept. */
    identity?: string;
    area?: string;
  };
}

/** POST ballotRolls:enter?filterByTk=meetingId — entries by hand or from a pasted table, while the roll is not frozen. */
export interface EnterRollBody {
  unit: RollUnit;
  entries: RollEntryInput[];
}

export interface RollEntryInput {
  name: string;
  userId?: number;
  household?: string;
  representsHousehold?: boolean;
  isWoman?: boolean;
  standing?: 'full' | 'probationary' | 'placedOnProbation';
  identity?: string;
  area?: string;
}

export interface RollHead {
  id: string;
  unit: RollUnit;
  status: 'draft' | 'frozen';
  entries: number;
  due: number;
  women: number;
  households: number | null;
  frozenAt: number | null;
  frozenBy: PersonRef | null;
  /** SHA-256 of the entries in canonical JSON, of the state that now holds. */
  hash: string | null;
  /** On another open roll of a meeting of the same kind too; the vote is blocked until one of them is withdrawn. */
  doubleEnrolled: number;
  openChanges: number;
}

/** POST ballotRolls:entries?filterByTk=meetingId */
export interface RollEntriesQuery {
  search?: string;
  page?: number;
  pageSize?: number;
}

export interface RollEntryPage {
  rows: RollEntryRow[];
  total: number;
}

export interface RollEntryRow {
  id: string;
  number: number;
  name: string;
  household: string | null;
  representsHousehold: boolean;
  isWoman: boolean;
  standing: 'full' | 'probationary' | 'placedOnProbation';
  mayVote: boolean;
  isWithdrawn: boolean;
  isPresent: boolean;
  /** When they came last, in this sitting; null: not there. */
  arrivedAt: number | null;
  /** A slip was handed to them: nobody knows which. */
  hasSlip: boolean;
  isDoubleEnrolled: boolean;
  user: PersonRef | null;
}

/**
 * GET ballotRolls:changes?filterByTk=meetingId → the newest first. POST ballotRolls:proposeChange?filterByTk=meetingId → { id }; :confirmChange and :refuseChange take `{ change: id }` and need another person.
 * After freezing, and never after a motion was opened that it would have been open to.
 */
export type RollChangeBody =
  | { kind: 'add'; entry: RollEntryInput; reason: string }
  | { kind: 'withdraw'; entryId: string; reason: string }
  | { kind: 'correct'; entryId: string; entry: RollEntryInput; reason: string };

export interface RollChangeRow {
  id: string;
  kind: RollChangeBody['kind'];
  text: string;
  reason: string;
  status: 'proposed' | 'confirmed' | 'refused';
  proposedBy: PersonRef;
  proposedAt: number;
  decidedBy: PersonRef | null;
  hashBefore: string;
  hashAfter: string | null;
  mayDecide: boolean;
}
