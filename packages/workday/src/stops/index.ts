export { addStoppableDeadline, stoppedMilliseconds } from './stops';
export type { ClockStop, Remaining, StoppableDueDate } from './stops';
