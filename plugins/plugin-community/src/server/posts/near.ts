import type { ReadAt } from '../ports';
import { heldPosts, type HeldPost } from './held';
import { findRow } from '../rows';
import { placeChain } from '../territory';

/**
 * The nearest place, from the case's own place upwards, that has the post: a place of the level that the post belongs to, or
 * one where somebody holds it. Nothing when no place on the way up has it.
 */
export async function placeWithPost(tx: ReadAt, placeId: string, postKey: string): Promise<string | undefined> {
  const post = await findRow(tx, 'posts', { key: postKey });
  const upwards = [...(await placeChain(tx, placeId))].reverse();
  const held = await heldPosts(tx, { postKeys: [postKey], placeIds: upwards.map(({ id }) => id) });
  const level = post?.get('level');
  return upwards.find(({ id, level: own }) => own === level || held.some((holder) => holder.placeId === id))?.id;
}

/** Who holds the post at the nearest place that has it. */
export async function postHoldersNear(tx: ReadAt, placeId: string, postKey: string): Promise<HeldPost[]> {
  const nearest = await placeWithPost(tx, placeId, postKey);
  return nearest === undefined ? [] : heldPosts(tx, { postKeys: [postKey], placeIds: [nearest] });
}
