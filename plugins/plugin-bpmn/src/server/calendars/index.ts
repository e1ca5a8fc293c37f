export { calendarFor } from './calendar-for';
export { seedCalendars } from './seed';
export { setCalendarDay } from './commands/set-calendar-day';
export { extendCalendar, type CalendarExtension } from './commands/extend-calendar';
export { calendarKeyOf, mustBeDates, type PendingChange } from './pending';
export { calendarLayers } from './store';
export { NATIONAL } from './types';
export type { CalendarDayChange, CalendarDayRecord, CalendarRecord } from './types';
