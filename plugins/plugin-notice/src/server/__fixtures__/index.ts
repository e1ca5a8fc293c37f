export { DAY_MS, NOON, Office, type Person } from './office';
