export { journal } from './journal';
export { noticeJournal } from './view';
export { journalLines } from './lines';
