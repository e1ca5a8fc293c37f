export { appendJournal, journal, journalOf, journalView } from './journal';
