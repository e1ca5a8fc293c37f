import type { ReadAt } from '../ports';
import { placeChain } from '../territory';
import { heldPosts } from './held';

/** Who inspects what townships do: at the county, or at the city or province. */
const INSPECTING_POST = 'supervisor';
const WITHIN_TOWNSHIP: readonly string[] = ['township', 'community'];

/** Who may decide on an objection where the township withdraws: of each place above it the people there today, the nearest place first. */
export async function higherDeciders(tx: ReadAt, placeId: string): Promise<readonly (readonly number[])[]> {
  const chain = await placeChain(tx, placeId);
  const above = chain.filter(({ level }) => !WITHIN_TOWNSHIP.includes(level)).map(({ id }) => id);
  const held = await heldPosts(tx, { postKeys: [INSPECTING_POST], placeIds: above });
  return above.toReversed().map((id) => held.filter((one) => one.placeId === id).map(({ userId }) => userId));
}
