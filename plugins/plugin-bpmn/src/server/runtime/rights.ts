import { SYSTEM, type ActorOrSystem } from './actor';
import { isAdministrator } from './administrators';
import { forbidden } from './errors';

/**
 * What people may do to processes, each given by a right of its own. `bind`: let a process call a workflow of NocoBase or run a script.
 */
export const RIGHTS = ['design', 'publish', 'migrate', 'bind'] as const;
export type Right = (typeof RIGHTS)[number];

/** Asked one by one: a request asks for what it needs only. */
export interface Rights {
  has(right: Right): boolean;
}

/** Whoever administers processes may do all of it but bind, which is given by name only. */
export function mayDo(actor: ActorOrSystem, right: Right): boolean {
  if (actor === SYSTEM) return true;
  return actor.rights ? actor.rights.has(right) : right !== 'bind' && isAdministrator(actor);
}

const REFUSALS = {
  design: 'process.mayNotDesign',
  publish: 'process.mayNotPublish',
  migrate: 'process.mayNotMigrate',
} as const;

/** @throws forbidden `process.mayNotDesign`, `process.mayNotPublish`, `process.mayNotMigrate` */
export function mustHave(actor: ActorOrSystem, right: keyof typeof REFUSALS): void {
  if (!mayDo(actor, right)) throw forbidden(REFUSALS[right]);
}

/** Whoever may do something to processes may look at all of them. @throws forbidden `process.mayNotLook` */
export function mustLookAfter(actor: ActorOrSystem): void {
  if (!(['design', 'publish', 'migrate'] as const).some((right) => mayDo(actor, right))) throw forbidden('process.mayNotLook');
}
