export { brokenAt, type ChainedRow, GENESIS, hashOfRow } from './chain';
export { Journal, type JournalEvent } from './journal';
export { LockedRow } from './locked-row';
