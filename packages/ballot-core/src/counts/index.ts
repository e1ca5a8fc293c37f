export type { Candidate, CandidateInput } from './candidates';
export { sumViolation, violationsOf } from './check';
export { completeAmounts } from './complete';
export { partsOfVote, settledOf } from './parts-of-vote';
export { readCounts, type Counts, type CountsInput, type Slate } from './read';
