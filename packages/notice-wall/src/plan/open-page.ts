import type { ListKey } from '../addresses';
import type { ListPages } from '../lists';
import type { WallOptions } from '../options';

/** The page into which entries still come; 1 of an empty list. */
export async function openPageOf(
  { pageSize }: WallOptions,
  store: Pick<ListPages, 'lastSequence'>,
  list: ListKey,
): Promise<number> {
  return Math.max(1, Math.ceil((await store.lastSequence(list)) / pageSize));
}
