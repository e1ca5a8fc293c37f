export { loadDemonstration } from './load';
export { playCase } from './play';
export { seedDemonstration } from './seed';
