export { findRule, ruleKeys } from './catalogue';
export type { CandidateInput, CountsInput } from './counts';
export { BallotError, type BallotErrorCode, type BallotErrorData, type Refusal } from './errors';
export { feasibility, type Feasibility, type Need } from './feasibility';
export type { Localized, Measure, Quantity } from './measure';
export {
  conveningProblems,
  findMeetingType,
  meetingTypeKeys,
  mismatchesOf,
  parseMeetingType,
  presentAt,
  WAYS,
  type Convening,
  type ConveningProblem,
  type MeetingType,
  type MeetingTypeInput,
  type Mismatch,
  type Movement,
  type Way,
} from './meeting';
export { outlook, type Outlook } from './outlook';
export { countRoll, type CountedRoll, type RollCounts, type RollEntry } from './roll';
export { nextRound, type NextRound } from './rounds';
export { assertInForce, confirmRule, parseRule, type Confirmation, type Rule, type RuleInput } from './rule';
export { measureName, ruleWords } from './sentence';
export { checkCounts, tally, type ClauseReason, type Decided, type ElectionOutcome, type Reason, type Result } from './tally';
export type { Operator, Threshold } from './threshold';
