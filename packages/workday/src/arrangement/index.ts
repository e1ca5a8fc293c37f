export { readArrangement } from './read';
export type { Arrangement, ArrangementOptions } from './read';
