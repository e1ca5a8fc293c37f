export { appendJournal, journalOf, journalView } from './journal';
