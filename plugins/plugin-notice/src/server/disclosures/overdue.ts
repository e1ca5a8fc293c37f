import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { DisclosureClass, OverdueList, OverdueQuery } from '../../common/api';
import type { Who } from '../rights';
import { assertMayRead, chainTo, placeRefs, reachOf, waysWithin } from './reach';
import { viewRows } from './rows';
import { countOverdue, overduePage } from './store';

/**
 * What is past its day at the places that the reader may see, the longest first, with counts by the places right below the one that was
 * asked for: in the order of the territory, as nobody is ranked. As many statements for a county as for one community.
 */
export async function overdueDisclosures(
  tx: Tx,
  who: Who,
  { placeId, class: of, page = 1, pageSize = 20 }: OverdueQuery,
): Promise<OverdueList> {
  const reach = await reachOf(tx, who);
  const chain = placeId === undefined ? [] : await chainTo(tx, placeId);
  if (placeId !== undefined) assertMayRead(reach, chain);
  const ways = await waysWithin(tx, reach, placeId ?? null);
  const today = localDateOf(tx.now);
  const isEverywhere = who.isAdministrator && placeId === undefined;
  const placeIds = isEverywhere ? null : ways.flatMap((way) => way.at(-1) ?? []);
  const at = { today, placeIds, class: of };
  const found = await overduePage(tx, at, { limit: pageSize, offset: (page - 1) * pageSize });
  const counted = await countOverdue(tx, at);
  return {
    today,
    total: counted.reduce((sum, { count }) => sum + count, 0),
    rows: await viewRows(tx, found, today),
    groups: await grouped(tx, { ways, depth: chain.length, counted }),
  };
}

interface Counted {
  readonly ways: readonly (readonly string[])[];
  /** How far down the place is that was asked for. */
  readonly depth: number;
  readonly counted: readonly { readonly placeId: string; readonly class: DisclosureClass; readonly count: number }[];
}

async function grouped(tx: Tx, { ways, depth, counted }: Counted): Promise<OverdueList['groups']> {
  const groupOf = new Map<string, string>();
  for (const way of ways) {
    const lowest = way.at(-1);
    if (lowest !== undefined) groupOf.set(lowest, way[depth] ?? lowest);
  }
  const groups = new Map([...new Set(groupOf.values())].map((id) => [id, { party: 0, residents: 0, finance: 0 }]));
  for (const { placeId, class: of, count } of counted) {
    const counts = groups.get(groupOf.get(placeId) ?? '');
    if (counts) counts[of] += count;
  }
  const places = await placeRefs(tx, [...groups.keys()]);
  return [...groups].map(([id, counts]) => ({ place: places.get(id) ?? { id, name: id }, counts }));
}
