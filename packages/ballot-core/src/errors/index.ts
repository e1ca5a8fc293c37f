export { BallotError, type Refusal } from './ballot-error';
export type { BallotErrorCode, BallotErrorData, RuleProblem } from './codes';
