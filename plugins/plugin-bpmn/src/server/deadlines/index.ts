export { findDeadlineProblems } from './check';
export { computeDeadline, computeOn } from './compute';
export { endedStops, explainStopped, nearAfterStop, stepsAfterStop, stoppedWorkingDays, workingDayAfter } from './clock';
export { planSteps } from './steps';
export { readAmount, readUnit } from './settings';
export { effectOf } from './effect';
export { onAnotherDay, recalculate, type MovedDeadline, type Recalculation } from './recalculate';
export { levelOf } from './level';
export type { ComputedDeadline, DeadlineRequest, DeadlineSettings, DeadlineStep } from './types';
