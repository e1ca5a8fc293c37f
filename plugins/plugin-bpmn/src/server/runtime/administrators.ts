import { SYSTEM, type ActorOrSystem } from './actor';

/** NocoBase's own administrator roles, who get what nobody else is found for; they always exist. */
export const ADMINISTRATOR_ROLES = ['root', 'admin'] as const;

export function isAdministrator(actor: ActorOrSystem): boolean {
  return actor === SYSTEM || actor.isAdministrator;
}
