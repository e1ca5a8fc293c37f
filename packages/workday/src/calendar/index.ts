export { dayInfo, isWorkingDay } from './calendar';
export type { Calendar, CalendarDay, DayInfo } from './calendar';
export { chinaCalendar } from './china';
export { mergeCalendar } from './merge';
export type { CalendarOverrides, CalendarRow } from './merge';
export { unitCalendar } from './unit';
export type { UnitCalendar, UnitDays } from './unit';
