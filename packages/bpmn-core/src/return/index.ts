export { comesAgain, tokensEndedByReturn } from './reach';
