import type { Actor } from '../runtime/actor';
import { isAdministrator } from '../runtime/administrators';
import type { ReadAt } from '../runtime/read-at';
import { placesOf } from './registry';

/** Whoever works at a place, or above it, may change what holds there; administrators everywhere. */
export async function mayChangeAt(tx: ReadAt, actor: Actor, placeId: string | null): Promise<boolean> {
  if (isAdministrator(actor)) return true;
  return placeId !== null && (await worksAtOneOf(tx, actor, await chainOf(tx, placeId)));
}

/** Who approves works strictly above the place, or is an administrator. That it is another person is asked elsewhere. */
export async function mayApproveAt(tx: ReadAt, actor: Actor, placeId: string | null): Promise<boolean> {
  if (isAdministrator(actor)) return true;
  return placeId !== null && (await worksAtOneOf(tx, actor, (await chainOf(tx, placeId)).slice(0, -1)));
}

async function chainOf(tx: ReadAt, placeId: string): Promise<readonly string[]> {
  return (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
}

async function worksAtOneOf(tx: ReadAt, actor: Actor, placeIds: readonly string[]): Promise<boolean> {
  const own = await placesOf(tx.db).placesOf(tx, actor.userId);
  return own.some(({ id }) => placeIds.includes(id));
}
