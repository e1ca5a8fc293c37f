import { badInput, forbidden, notFound, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { supervisionOf } from './supervision';

/** What a person may see and do of the calendar, by where they work and what they supervise. */
export interface Reach {
  readonly who: Who;
  readonly works: readonly string[];
  readonly supervises: readonly string[];
}

export async function reachOf(tx: Tx, who: Who): Promise<Reach> {
  const { userId } = who.actor;
  const works = (await placesOf(tx.db).placesOf(tx, userId)).map(({ id }) => id);
  return { who, works, supervises: await supervisionOf(tx.db).placesOf(tx, userId) };
}

/** Works at one of these places. */
const worksAt = ({ works }: Reach, placeIds: readonly string[]): boolean => works.some((id) => placeIds.includes(id));

/** From the widest place down to this one. @throws bad input: there is no such place */
export async function chainTo(tx: Tx, placeId: string): Promise<readonly PlaceRef[]> {
  const chain = await placesOf(tx.db).chainOf(tx, placeId);
  if (chain.length === 0) throw badInput('disclosure.placeUnknown');
  return chain.map(({ id, name }) => ({ id, name }));
}

const idsOf = (chain: readonly PlaceRef[]): string[] => chain.map(({ id }) => id);

/** Staff of the place and above it, who supervises it, and administrators; residents have the wall. */
export const mayReadAt = (reach: Reach, chain: readonly PlaceRef[]): boolean =>
  reach.who.isAdministrator || worksAt(reach, idsOf(chain)) || reach.supervises.some((id) => idsOf(chain).includes(id));

/** Who drafts notices and works at the place or above it, and administrators. */
export const mayStaffAt = (reach: Reach, chain: readonly PlaceRef[]): boolean =>
  reach.who.isAdministrator || (reach.who.mayDraft && worksAt(reach, idsOf(chain)));

/** Who works above the place, and administrators. */
export const mayWaiveAt = (reach: Reach, chain: readonly PlaceRef[]): boolean =>
  reach.who.isAdministrator || worksAt(reach, idsOf(chain).slice(0, -1));

/** @throws not found: nobody is told of what they may not see */
export function assertMayRead(reach: Reach, chain: readonly PlaceRef[]): void {
  if (!mayReadAt(reach, chain)) throw notFound('disclosure.notFound');
}

/** Null: administrators only. */
export async function assertMayChangeAt(tx: Tx, who: Who, placeId: string | null): Promise<void> {
  if (placeId === null) {
    if (!who.isAdministrator) throw forbidden('disclosure.mayNotChange');
    return;
  }
  const chain = await chainTo(tx, placeId);
  if (!mayStaffAt(await reachOf(tx, who), chain)) throw forbidden('disclosure.mayNotChange');
}

/** Of each lowest place inside a place (null: anywhere) that this person may see: the way down to it. One look-up, whatever its size. */
export async function waysWithin(tx: Tx, reach: Reach, placeId: string | null): Promise<readonly (readonly string[])[]> {
  const ways = await placesOf(tx.db).lowestWithin(tx, placeId);
  if (reach.who.isAdministrator) return ways;
  const own = new Set([...reach.works, ...reach.supervises]);
  return ways.filter((way) => way.some((id) => own.has(id)));
}

export async function placeRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRef>> {
  const places = await placesOf(tx.db).find(tx, [...new Set(ids)]);
  return new Map(places.map(({ id, name }) => [id, { id, name }]));
}
