import { localDateOf } from '../local-date';
import type { ReadAt } from '../ports';
import { findRows, text, type Row } from '../rows';

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
  const rows = await findRows(tx, 'postHolders', { filter: filterOf(asked), sort: ['id'] });
  return rows.filter((row) => isHeldOn(row, today)).map(toHeldPost);
}

function filterOf({ userIds, placeIds, postKeys }: HeldPostsAsked) {
  return {
    ...(userIds && { userId: { $in: [...userIds] } }),
    ...(placeIds && { placeId: { $in: [...placeIds] } }),
    ...(postKeys && { postKey: { $in: [...postKeys] } }),
  };
}

/** Dates of equal length order as text; an empty one is open. */
function isHeldOn(row: Row, today: string): boolean {
  const [from, to] = [text(row, 'from'), text(row, 'to')];
  return row.get('userId') !== null && (!from || from <= today) && (!to || today <= to);
}

const toHeldPost = (row: Row): HeldPost => ({
  postKey: text(row, 'postKey'),
  placeId: text(row, 'placeId'),
  userId: Number(row.get('userId')),
});
