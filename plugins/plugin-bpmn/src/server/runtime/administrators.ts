import { SYSTEM, type ActorOrSystem } from './actor';

/** NocoBase's own administrator roles; they always exist. */
export const ADMINISTRATOR_ROLES = ['root', 'admin'] as const;

export function isAdministrator(actor: ActorOrSystem): boolean {
  if (actor === SYSTEM) return true;
  return actor.isRoot || actor.roles.some((role) => ADMINISTRATOR_ROLES.some((known) => known === role));
}
