export { type Coverage, coverageOf, type State } from './coverage';
export { reportOf } from './report';
export { type SeedItem, seedSchema } from './schema';
