import type { ReadAt } from '../ports';
import { lowestPlaces } from '../territory';
import { heldPosts } from './held';

/** Of `workflows/03-supervision`, and everywhere else. */
const SUPERVISION_POST = 'supervisionMember';

/** Whose affairs a supervision committee looks after, as plugin-notice asks. */
export const supervision = {
  /**
   * Where somebody is a member today, and every place below whose own committee and all between are vacant: the next committee above
   * stands in for them.
   */
  async placesOf(tx: ReadAt, userId: number): Promise<readonly string[]> {
    const members = await heldPosts(tx, { postKeys: [SUPERVISION_POST] });
    const own = new Set(members.filter((one) => one.userId === userId).map(({ placeId }) => placeId));
    if (own.size === 0) return [];
    const manned = new Set(members.map(({ placeId }) => placeId));
    const ways = (await Promise.all([...own].map((placeId) => lowestPlaces(tx, placeId)))).flat();
    const supervised = ways.flatMap((way) => way.filter((_, depth) => own.has(nearest(way.slice(0, depth + 1), manned) ?? '')));
    return [...new Set([...own, ...supervised])];
  },
};

const nearest = (way: readonly string[], manned: ReadonlySet<string>): string | undefined => way.findLast((id) => manned.has(id));
