export { placesOf } from './registry';
export { mayApproveAt, mayChangeAt } from './rights';
export type { Place, PlacesProvider, PlaceSearch } from './types';
