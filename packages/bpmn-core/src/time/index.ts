export { parseCycle } from './cycle';
export { parseDuration } from './duration';
export { parseInstant } from './instant';
export { reschedule, schedule, type Schedule } from './schedule';
export { zoneFormat } from './zone';
