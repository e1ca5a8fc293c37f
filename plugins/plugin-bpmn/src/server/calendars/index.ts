export { calendarFor } from './calendar-for';
export { seedCalendars } from './seed';
export { setCalendarDay } from './commands/set-calendar-day';
export { extendCalendar, type CalendarExtension } from './commands/extend-calendar';
export { mustBeDates, type PendingChange } from './pending';
export { calendarLayers } from './store';
export type { CalendarDayChange, CalendarDayRecord, CalendarRecord } from './types';
