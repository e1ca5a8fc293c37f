export { workingDaysBetween } from './between';
export type { WorkingDayCount } from './between';
export type { SkippedDays } from './day-counter';
export { addDeadline } from './deadline';
export type { Deadline, DueDate, DueDateExplanation } from './deadline';
export { explainDueDate } from './explain';
export { nearLevel } from './level';
export type { DueLevel, Period } from './level';
