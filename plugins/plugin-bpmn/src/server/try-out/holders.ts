import type { PersonRef, TryOutPlace } from '../../common/api';
import { findPeople, isBarred, peopleOf } from '../assignment';
import type { NewTask } from '../engine';
import type { Actor } from '../runtime/actor';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { nothingThere } from './effects';
import type { CaseInMemory, Completed } from './scratch-case';
import type { World } from './world';

export function openTaskAt(world: World, { caseId, elementId, nth }: TryOutPlace): { of: CaseInMemory; opened: NewTask } {
  const of = world.find(caseId);
  const opened = [...(of?.tasks.values() ?? [])].filter(({ task }) => task.elementId === elementId)[nth];
  if (!of || !opened) throw nothingThere(elementId);
  return { of, opened };
}

/** Who may do a task today: whom its groups consist of, without whom it bars. */
export async function candidatesOf(tx: Tx, { groupKeys }: Pick<NewTask, 'groupKeys'>): Promise<PersonRef[]> {
  const found = [...(await peopleOf(tx, groupKeys)).values()].flat();
  const people = new Map(found.map((person) => [person.id, person]));
  return [...people.values()].filter(({ id }) => !isBarred(groupKeys, id)).sort((a, b) => a.id - b.id);
}

/** @throws conflict `tryOut.notAsked` */
export async function whoActs(tx: Tx, opened: NewTask, byId: number): Promise<PersonRef> {
  const by = (await candidatesOf(tx, opened)).find(({ id }) => id === byId);
  if (by) return by;
  const person = (await findPeople(tx, [byId])).get(byId);
  throw conflict('tryOut.notAsked', { person: person?.name ?? String(byId), elementName: opened.task.elementName });
}

export const actorOf = ({ id: userId, name }: PersonRef): Actor => ({
  userId,
  name,
  isAdministrator: false,
  roles: [],
  channel: 'web',
});

/** What is kept of a task that somebody has done. */
export const completedBy = (
  by: PersonRef,
  outcome: { readonly key: string; readonly name: string },
  closedAt: number,
): Completed => ({
  outcome: outcome.key,
  outcomeName: outcome.name,
  completedById: by.id,
  completedByName: by.name,
  closedAt,
});
