export { endOfDay, localDateAt, SHANGHAI } from './instant';
export type { Instant, Zone } from './instant';
export { addDays, daysBetween, isWeekend, localDate } from './local-date';
export type { LocalDate } from './local-date';
