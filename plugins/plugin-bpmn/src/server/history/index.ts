export { appendHistory, type HistoryEvent } from './append';
export { canonicalJson, GENESIS } from './chain';
export { type ChainFault, verifyChain } from './verify';
export { wordsOf, written } from './words';
