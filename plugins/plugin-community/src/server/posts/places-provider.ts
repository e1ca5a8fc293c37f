import type { PlacesProvider } from '../ports';
import { findPlaces, lowestPlaces, placeChain, searchPlaces } from '../territory';
import { heldPosts } from './held';

/** The territory as plugin-bpmn sees it: cases happen at its places, and people work where they hold posts. */
export const places: PlacesProvider = {
  chainOf: placeChain,
  search: searchPlaces,
  find: findPlaces,
  lowestWithin: lowestPlaces,

  async placesOf(tx, userId) {
    const held = await heldPosts(tx, { userIds: [userId] });
    return findPlaces(tx, [...new Set(held.map(({ placeId }) => placeId))]);
  },
};
