import { peopleOf } from '../assignment';
import type { PersonRef } from '../../common/api';
import { badInput } from '../runtime/errors';
import type { Tx } from '../runtime/tx';

/** @throws bad input `person.notFound` */
export async function personOf(tx: Tx, userId: number): Promise<PersonRef> {
  const [person] = await peopleBy(tx, [userId]);
  if (!person) throw badInput('person.notFound', { userId });
  return person;
}

/** Accounts by their ids, in one look-up. @throws bad input `person.notFound` with the first that does not exist */
export async function peopleBy(tx: Tx, userIds: readonly number[]): Promise<readonly PersonRef[]> {
  const found = await peopleOf(
    tx,
    userIds.map((id) => `user:${id}`),
  );
  return userIds.map((userId) => {
    const person = found.get(`user:${userId}`)?.[0];
    if (!person) throw badInput('person.notFound', { userId });
    return person;
  });
}
