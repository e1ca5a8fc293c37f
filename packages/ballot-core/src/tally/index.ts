export { baseOf, isMet, judge, judgeGroup } from './judge';
export type { ClauseReason, Decided, ElectionOutcome, Finding, Reason, Result } from './result';
export { checkCounts, tally } from './tally';
