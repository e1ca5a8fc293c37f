export type { Candidate, CandidateInput } from './candidates';
export { violationsOf } from './check';
export { completeAmounts } from './complete';
export { readCounts, type Counts, type CountsInput, type Slate } from './read';
