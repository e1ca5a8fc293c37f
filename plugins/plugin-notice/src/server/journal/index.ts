export { journal } from './journal';
export { journalLines } from './lines';
