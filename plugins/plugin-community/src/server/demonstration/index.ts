export { loadDemonstration } from './load';
export { seedDemonstration } from './seed';
