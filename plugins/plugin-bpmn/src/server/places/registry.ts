import { perDatabase } from '../runtime/per-database';
import type { ReadAt } from '../runtime/read-at';
import type { Place, PlaceSearch, PlacesProvider } from './types';

const NOWHERE: PlacesProvider = {
  chainOf: async () => [],
  placesOf: async () => [],
  search: async () => [],
  find: async () => [],
  lowestWithin: async () => [],
};

/** The places of one application: those of the provider that was registered last. */
class Places implements PlacesProvider {
  private provider: PlacesProvider = NOWHERE;

  register(provider: PlacesProvider): void {
    this.provider = provider;
  }

  async chainOf(tx: ReadAt, placeId: string | null): Promise<readonly Place[]> {
    return placeId === null ? [] : this.provider.chainOf(tx, placeId);
  }

  placesOf(tx: ReadAt, userId: number): Promise<readonly Place[]> {
    return this.provider.placesOf(tx, userId);
  }

  search(tx: ReadAt, search: PlaceSearch): Promise<readonly Place[]> {
    return this.provider.search(tx, search);
  }

  async find(tx: ReadAt, ids: readonly string[]): Promise<readonly Place[]> {
    return ids.length === 0 ? [] : this.provider.find(tx, ids);
  }

  lowestWithin(tx: ReadAt, placeId: string | null): Promise<readonly (readonly string[])[]> {
    return this.provider.lowestWithin(tx, placeId);
  }

  /** The ids of a place and of all places below it, in one look-up; of a place that does not exist, its own. */
  async idsWithin(tx: ReadAt, placeId: string): Promise<string[]> {
    const ways = await this.provider.lowestWithin(tx, placeId);
    return [...new Set([placeId, ...ways.flatMap((way) => way.slice(way.indexOf(placeId)))])];
  }
}

/**
 * @example placesOf(app.db).register(territory) // in the load() of the plugin that keeps the territory
 * @example await placesOf(tx.db).chainOf(tx, instance.placeId)
 */
export const placesOf = perDatabase(() => new Places());
