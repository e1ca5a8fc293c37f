export { dayInfo, isWorkingDay } from './calendar';
export type { Calendar, CalendarDay, DayInfo } from './calendar';
export { chinaCalendar } from './china';
export { mergeCalendar } from './merge';
export type { CalendarOverrides, CalendarRow } from './merge';
