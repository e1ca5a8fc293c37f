export { placesOf } from './registry';
export type { Place, PlacesProvider, PlaceSearch } from './types';
