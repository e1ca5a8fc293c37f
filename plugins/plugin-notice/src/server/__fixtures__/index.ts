export { DAY_MS, NOON, Office, type Person } from './office';
export { at, Petition, TEXT } from './petition';
