export { findPlaces, lowestPlaces, placeChain, searchPlaces } from './chain';
export { keepPaths } from './paths';
