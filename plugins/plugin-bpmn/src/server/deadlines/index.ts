export { findDeadlineProblems } from './check';
export { computeDeadline } from './compute';
export { levelOf } from './level';
export type { ComputedDeadline, DeadlineRequest, DeadlineSettings, DeadlineStep } from './types';
