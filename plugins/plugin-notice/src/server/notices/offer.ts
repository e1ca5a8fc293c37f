import { forbidden, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Filter, Model } from '@nocobase/database';
import type { PersonRef, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';

/** So many are offered while somebody types. */
const OFFERED = 20;

/** For the posts of a notice; whoever drafts none is not told who works here. @throws forbidden `notice.mayNotDraft` */
export async function offeredPeople(tx: Tx, who: Who, { search }: { readonly search: string }): Promise<PersonRef[]> {
  await assertHasPart(tx, who, { post: 'drafter' });
  const like = { $includes: search };
  const filter: Filter = search === '' ? {} : { $or: [{ nickname: like }, { username: like }] };
  const { db, transaction } = tx;
  const rows = (await db
    .getRepository('users')
    .find({ filter, sort: ['nickname', 'id'], limit: OFFERED, transaction })) as Model[]; // untyped in NocoBase
  return rows.map((row) => ({
    id: Number(row.get('id')),
    name: String(row.get('nickname') || row.get('username') || ''),
  }));
}

/** Where a notice may be posted, and by what lists of notices are narrowed: what somebody works at first. */
export async function offeredPlaces(tx: Tx, who: Who, { search }: { readonly search: string }): Promise<PlaceRef[]> {
  await assertHasPart(tx, who, {});
  const own = search === '' ? await placesOf(tx.db).placesOf(tx, who.actor.userId) : [];
  const found = await placesOf(tx.db).search(tx, { text: search, limit: OFFERED });
  const rest = found.filter(({ id }) => !own.some((place) => place.id === id));
  return [...own, ...rest].slice(0, OFFERED).map(({ id, name }) => ({ id, name }));
}

/** Somebody who may draft, or who has a part in any notice. */
async function assertHasPart(tx: Tx, { actor, mayDraft }: Who, part: { readonly post?: 'drafter' }): Promise<void> {
  if (mayDraft || (await tables.staff.count(tx, { userId: actor.userId, ...part })) > 0) return;
  throw forbidden('notice.mayNotDraft');
}
