import type { PersonRef } from '../../common/api';
import { badInput } from '../runtime/errors';
import type { Tx } from '../runtime/tx';

/** @throws bad input `person.notFound` */
export async function personOf(tx: Tx, userId: number): Promise<PersonRef> {
  const row =
    Number.isSafeInteger(userId) &&
    (await tx.db.getRepository('users').findOne({ filterByTk: userId, transaction: tx.transaction }));
  if (!row) throw badInput('person.notFound', { userId });
  return { id: userId, name: String(row.get('nickname') || row.get('username') || userId) };
}
