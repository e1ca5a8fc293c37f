import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { placeRefs, reachOf } from './reach';

/** So many are offered while somebody types. */
const OFFERED = 20;

/** Places whose calendar the reader may open: what they work at or supervise first, and what lies below. */
export async function calendarPlaces(tx: Tx, who: Who, search: string): Promise<PlaceRef[]> {
  const { works, supervises } = await reachOf(tx, who);
  const own = [...new Set([...works, ...supervises])];
  if (own.length === 0 && !who.isAdministrator) return [];
  const within = who.isAdministrator ? {} : { within: own };
  const found = await placesOf(tx.db).search(tx, { text: search, limit: OFFERED, ...within });
  const first = search === '' ? [...(await placeRefs(tx, own)).values()] : [];
  const rest = found.filter(({ id }) => !first.some((place) => place.id === id));
  return [...first, ...rest.map(({ id, name }) => ({ id, name }))].slice(0, OFFERED);
}
