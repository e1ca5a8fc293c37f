export { appendHistory, type HistoryEvent } from './append';
export { canonicalJson, GENESIS, hashOf } from './chain';
export { type ChainFault, verifyChain } from './verify';
export { wordsOf, written } from './words';
