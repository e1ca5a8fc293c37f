export { aDuty, CalendarOffice } from './calendar';
export { statementsOf } from './statements';
