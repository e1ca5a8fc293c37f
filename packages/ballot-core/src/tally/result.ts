import type { Localized, Measure, Quantity } from '../measure';
import type { Operator } from '../threshold';

/**
 * - `passed`: adopted; in an election, every seat is filled
 * - `notPassed`: voted on and not adopted
 * - `noQuorum`: too few came or voted; there is no result
 * - `void`: more ballots came back than were issued; the whole round is repeated
 * - `revote`: candidates tied for the last seats; a new vote among them only
 * - `furtherElection`: fewer candidates reached the threshold than there are seats
 * - `blocked`: something must be put right before the result may count (double enrolment, women's share)
 */
export type Decided = 'passed' | 'notPassed' | 'noQuorum' | 'void' | 'revote' | 'furtherElection' | 'blocked';

/** One clause with the numbers that decided it. `base` is the number the share was taken of, after `leftOut`. */
export type ClauseReason = {
  readonly code: 'quorum.met' | 'quorum.notMet' | 'share.met' | 'share.short' | 'approval.met' | 'approval.notMet';
  readonly clause: string;
  readonly count: Measure;
  readonly got: Quantity;
  readonly baseName: Measure;
  readonly base: Quantity;
  /** Votes that the rule takes out of the base, e.g. abstentions. */
  readonly leftOut?: readonly Measure[];
  readonly operator: Operator;
  readonly num: number;
  readonly den: number;
  readonly needed: Quantity;
  /** How much is still missing; 0 when met. */
  readonly missing: Quantity;
  /** Only for `share.*`. */
  readonly onShort?: 'warn' | 'block';
  /** Only in elections with several candidates. */
  readonly candidate?: string;
};

export type Reason =
  | ClauseReason
  | { readonly code: 'share.unknown'; readonly clause: string; readonly count: Measure; readonly onShort: 'warn' }
  | { readonly code: 'votes.tie'; readonly approve: number; readonly oppose: number }
  | { readonly code: 'votes.outnumbered'; readonly approve: number; readonly oppose: number }
  | { readonly code: 'ballots.moreThanIssued'; readonly issued: number; readonly recovered: number }
  | { readonly code: 'roll.doubleEnrolment'; readonly doubleEnrolled: number }
  | { readonly code: 'election.tie'; readonly candidates: readonly string[]; readonly votes: number; readonly seatsOpen: number }
  | { readonly code: 'election.seatsOpen'; readonly seats: number; readonly seatsOpen: number };

/** Who won, in the order of their votes. All lists hold candidate ids. */
export type ElectionOutcome = {
  readonly seats: number;
  readonly elected: readonly string[];
  /** Equal votes for the seats that are left. */
  readonly tied: readonly string[];
  /** By votes, most first: the order in which they may stand in a further election. */
  readonly notElected: readonly string[];
  readonly seatsOpen: number;
};

/** What a rule makes of the counts, without the sentence. */
export type Finding = {
  readonly decided: Decided;
  readonly reasons: readonly Reason[];
  readonly election?: ElectionOutcome;
};

/** JSON through and through: may be stored and compared with a later recount. */
export type Result = Finding & {
  readonly rule: string;
  /** Per clause id, the smallest number that meets it; clauses whose base is unknown are absent. */
  readonly needed: { readonly [clause: string]: Quantity };
  readonly sentence: Localized;
};
