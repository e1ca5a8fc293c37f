export { Asking } from './asking';
export { castByPhone, openBoxOf, type PaperOfMeeting, secretMeeting } from './ballot-hall';
export { dayOf, DAY_MS, expectRefused, Hall, MINUTE_MS, NOON, type Person } from './hall';
