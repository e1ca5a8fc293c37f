export { dayOf, DAY_MS, expectRefused, Hall, MINUTE_MS, NOON, type Person } from './hall';
