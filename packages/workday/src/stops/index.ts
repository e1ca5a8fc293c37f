export { addStoppableDeadline, remainingAt, resumedAt, stoppedMilliseconds } from './stops';
export type { ClockStop, DueBeforeStop, Remaining, StoppableDueDate, StoppedPeriod } from './stops';
