export { appendJournal, type JournalEvent } from './append';
export { brokenAt } from './chain';
export { journalOf, journalView } from './view';
