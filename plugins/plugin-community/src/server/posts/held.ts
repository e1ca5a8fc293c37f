import type { Model } from '@nocobase/database';
import type { ReadAt } from '../ports';
import { localDateOf } from '../local-date';

/** Somebody holds a post at a place now. */
export interface HeldPost {
  readonly postKey: string;
  readonly placeId: string;
  readonly userId: number;
}

export interface HeldPostsAsked {
  readonly userIds?: readonly number[];
  readonly placeIds?: readonly string[];
  readonly postKeys?: readonly string[];
}

/** Who holds which post on the day of `tx.now`, narrowed to the people, places and posts asked for. */
export async function heldPosts(tx: ReadAt, asked: HeldPostsAsked): Promise<HeldPost[]> {
  const today = localDateOf(tx.now);
  const rows = await tx.db
    .getRepository('postHolders')
    .find({ filter: filterOf(asked), sort: ['id'], transaction: tx.transaction });
  return rows.filter((row: Model) => isHeldOn(row, today)).map(toHeldPost);
}

function filterOf({ userIds, placeIds, postKeys }: HeldPostsAsked) {
  return {
    ...(userIds && { userId: { $in: [...userIds] } }),
    ...(placeIds && { placeId: { $in: [...placeIds] } }),
    ...(postKeys && { postKey: { $in: [...postKeys] } }),
  };
}

/** Dates of equal length order as text; an empty one is open. */
function isHeldOn(row: Model, today: string): boolean {
  const from = row.get('from');
  const to = row.get('to');
  return (!from || String(from) <= today) && (!to || today <= String(to)) && row.get('userId') !== null;
}

const toHeldPost = (row: Model): HeldPost => ({
  postKey: String(row.get('postKey')),
  placeId: String(row.get('placeId')),
  userId: Number(row.get('userId')),
});
