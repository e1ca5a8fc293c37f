import type { Measure, Quantity } from '../measure';

export type RuleProblem = { readonly path: string; readonly message: string };

/** Every way in which a rule, a count, a roll or a file is refused, with the facts that name the mistake. */
export type BallotErrorData = {
  readonly 'ballot.ruleUnknown': { readonly rule: string; readonly known: readonly string[] };
  readonly 'ballot.ruleInvalid': { readonly rule: string; readonly problems: readonly RuleProblem[] };
  readonly 'ballot.ruleUnconfirmed': { readonly rule: string };
  readonly 'ballot.ruleNotInForce': {
    readonly rule: string;
    readonly heldOn: string;
    readonly validFrom?: string;
    readonly validUntil?: string;
  };
  readonly 'ballot.meetingTypeUnknown': { readonly meetingType: string; readonly known: readonly string[] };
  readonly 'ballot.meetingTypeInvalid': { readonly meetingType: string; readonly problems: readonly RuleProblem[] };
  readonly 'ballot.countsInvalid': { readonly got: string };
  readonly 'ballot.countUnknown': { readonly field: string };
  readonly 'ballot.countNotWhole': { readonly field: string; readonly got: string };
  readonly 'ballot.areaNotExact': { readonly field: Measure; readonly got: string };
  readonly 'ballot.countMissing': { readonly fields: readonly Measure[]; readonly rule: string };
  readonly 'ballot.countTooLarge': {
    readonly field: Measure;
    readonly got: Quantity;
    readonly limitField: Measure;
    readonly limit: Quantity;
  };
  readonly 'ballot.votesDoNotAddUp': {
    readonly parts: { readonly [M in Measure]?: Quantity };
    readonly sum: Quantity;
    readonly totalField: Measure;
    readonly total: Quantity;
  };
  readonly 'ballot.dueDoesNotMatch': { readonly due: Quantity; readonly allMembers: Quantity; readonly excluded: Quantity };
  readonly 'ballot.candidatesInvalid': { readonly got: string };
  readonly 'ballot.candidateTwice': { readonly candidate: string };
  readonly 'ballot.candidateVotesTooMany': { readonly candidate: string; readonly votes: number; readonly ballots: number };
  readonly 'ballot.tooManyMarks': { readonly marks: number; readonly seats: number; readonly ballots: number };
  readonly 'ballot.rollInvalid': { readonly problems: readonly RuleProblem[] };
  readonly 'ballot.rollDiffers': { readonly field: Measure; readonly entered: Quantity; readonly onRoll: Quantity };
  readonly 'ballot.caseInvalid': { readonly problems: readonly RuleProblem[] };
  readonly 'ballot.caseTwice': { readonly id: string };
  readonly 'ballot.fileUnreadable': { readonly file: string; readonly reason: string };
  readonly 'ballot.jsonInvalid': { readonly file: string; readonly reason: string };
  readonly 'ballot.fileNotCases': { readonly file: string };
  readonly 'ballot.fileNotGiven': { readonly usage: string };
};

export type BallotErrorCode = keyof BallotErrorData;

export type BallotMessages = { readonly [C in BallotErrorCode]: (data: BallotErrorData[C]) => string };
