export { findPlaces, lowestPlaces, placeChain, placesInTree, placesWithin, searchPlaces } from './chain';
export { keepPaths } from './paths';
