import type { PlaceRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';

/** A place with its level, a word of the provider's own (`county`, `township`, `community` …). */
export interface Place extends PlaceRef {
  readonly level: string;
}

export interface PlaceSearch {
  readonly text?: string;
  /** Ids: only these places and those below them; missing: anywhere. */
  readonly within?: readonly string[];
  readonly limit: number;
}

/** Where things happen. Another plugin keeps the territory and registers itself; without one there are no places. */
export interface PlacesProvider {
  /** From the widest place down to the place itself; empty when there is no such place. */
  chainOf(tx: ReadAt, placeId: string): Promise<readonly Place[]>;
  /** Where this person works: what lies below is theirs too, but is not listed. */
  placesOf(tx: ReadAt, userId: number): Promise<readonly Place[]>;
  search(tx: ReadAt, search: PlaceSearch): Promise<readonly Place[]>;
  /** Places by id; one that does not exist (any more) is left out. */
  find(tx: ReadAt, ids: readonly string[]): Promise<readonly Place[]>;
  /** Of every place with none below it, inside this place or (null) anywhere: the ids from the widest place down to it. */
  lowestWithin(tx: ReadAt, placeId: string | null): Promise<readonly (readonly string[])[]>;
}
