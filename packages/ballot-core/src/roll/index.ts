export { countRoll, type CountedRoll, type RollCounts, type RollEntry } from './roll';
