import type { PersonRef } from '../../common/api';
import { peopleOf } from '../assignment';
import { rolesThatPublish } from '../rights';
import type { Tx } from '../runtime/tx';

/** As many as a sentence holds. */
const MOST_NAMES = 10;

/** Who has the right to publish and is none of these. */
export async function publishersBut(tx: Tx, authors: readonly PersonRef[]): Promise<PersonRef[]> {
  const groups = (await rolesThatPublish(tx)).map((role) => `role:${role}` as const);
  const people = [...(await peopleOf(tx, groups)).values()].flat();
  const others = people.filter(({ id }) => !authors.some((author) => author.id === id));
  return [...new Map(others.map((person) => [person.id, person])).values()].slice(0, MOST_NAMES);
}
