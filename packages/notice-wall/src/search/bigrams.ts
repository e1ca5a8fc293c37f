import { searchList, type ListKey } from '../addresses';
import type { NoticeSummary } from '../notice';

/** Only letters and digits, full-width ones as usual ones. `script.ts` does the same. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function bigrams(text: string): string[] {
  const signs = [...folded(text)];
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/** FNV-1a of UTF-16 units. */
function hash(text: string): number {
  let value = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME) >>> 0;
  return value;
}

/**
 * The search lists that hold a notice: one for every shard that a pair of neighbouring signs of its title or number falls into.
 * Whoever searches reads the list of one pair of the query, the newest part first, and compares titles; so nothing is found wrongly.
 */
export function searchListsOf({ title, number }: Pick<NoticeSummary, 'title' | 'number'>, shards: number): ListKey[] {
  return [...new Set([title, number].flatMap(bigrams).map((pair) => searchList(hash(pair) % shards)))];
}
