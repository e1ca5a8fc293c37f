export { WuxinCalendarBlockModel } from './CalendarBlock';
export { DisclosuresPage as default } from './DisclosuresPage';
