export { calendarFor } from './calendar-for';
export { seedCalendars } from './seed';
export { setCalendarDay } from './commands/set-calendar-day';
export { extendCalendar, type CalendarExtension } from './commands/extend-calendar';
export type { CalendarDayChange } from './types';
