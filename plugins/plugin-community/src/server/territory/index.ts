export { findPlaces, placeChain, searchPlaces } from './chain';
export { keepPaths } from './paths';
