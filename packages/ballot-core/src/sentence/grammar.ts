import type { Measure, Quantity } from '../measure';
import type { Rule } from '../rule';
import type { ClauseReason, Decided } from '../tally';

/** How one candidate came out; `full` reached the threshold, but others had more votes. */
export type CandidateOutcome = 'elected' | 'tied' | 'full' | 'short';

/** The phrases of one language; the narrator puts them in order. Every phrase holds the numbers that it is about. */
export type Grammar = {
  /** Between the parts of a clause, and between clauses. */
  readonly comma: string;
  readonly semicolon: string;
  fact(measure: Measure, quantity: Quantity): string;
  /** Whether the share was reached; `isBaseFresh` when the base has just been named. */
  verdict(reason: ClauseReason, isBaseFresh: boolean): string;
  /** Behind alternatives of which one is enough. */
  readonly oneIsEnough: string;
  /** Behind a share that only warns. */
  readonly onlyWarning: string;
  shareUnknown(measure: Measure): string;
  tie(oppose: number): string;
  outnumbered(oppose: number): string;
  moreThanIssued(issued: number, recovered: number): string;
  doubleEnrolled(people: number): string;
  seats(seats: number): string;
  candidate(name: string, votes: Quantity): string;
  candidateOutcome(outcome: CandidateOutcome): string;
  tiedCandidates(names: readonly string[], votes: number, seatsOpen: number): string;
  seatsOpen(seatsOpen: number): string;
  /** What follows; `hasSlate` when the candidates' outcomes have already said who is elected. */
  conclusion(kind: Rule['kind'], decided: Decided, hasSlate: boolean): string;
};
