export { rescheduleStart, scheduleStart, startTriggers, type StartTrigger } from './triggers';
