export { nextRound, type NextRound } from './next-round';
