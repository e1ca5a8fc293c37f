export { findPlaces, lowestPlaces, placeChain, placesInTree, searchPlaces } from './chain';
export { keepPaths } from './paths';
