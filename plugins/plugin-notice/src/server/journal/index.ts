export { journal } from './journal';
export { noticeJournal } from './view';
