export { Asking } from './asking';
export { castByPhone, openBoxOf, type PaperOfMeeting, secretMeeting } from './ballot-hall';
export { dayOf, DAY_MS, Hall, MINUTE_MS, NOON, type Person } from './hall';
