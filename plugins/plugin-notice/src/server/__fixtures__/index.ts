export { PDF, PNG, wordFile } from './files';
export { Notices } from './notices';
export { DAY_MS, NOON, Office, type Person } from './office';
export { at, Petition, TEXT } from './petition';
export { SAID, Wall } from './wall';
