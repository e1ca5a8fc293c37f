import type { Filter, Model } from '@nocobase/database';
import { forbidden, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { PersonRef, PlaceRef } from '../../common/api';
import type { Who } from '../rights';

/** So many are offered while somebody types. */
const OFFERED = 20;

/** For the posts of a notice; whoever may not draft one is not told who works here. @throws forbidden `notice.mayNotDraft` */
export async function people({ db, transaction }: Tx, who: Who, { search }: { readonly search: string }): Promise<PersonRef[]> {
  if (!who.mayDraft) throw forbidden('notice.mayNotDraft');
  const like = { $includes: search };
  const filter: Filter = search === '' ? {} : { $or: [{ nickname: like }, { username: like }] };
  const rows = (await db
    .getRepository('users')
    .find({ filter, sort: ['nickname', 'id'], limit: OFFERED, transaction })) as Model[]; // untyped in NocoBase
  return rows.map((row) => ({ id: Number(row.get('id')), name: String(row.get('nickname') || row.get('username') || '') }));
}

/** @throws forbidden `notice.mayNotDraft` */
export async function places(tx: Tx, who: Who, { search }: { readonly search: string }): Promise<PlaceRef[]> {
  if (!who.mayDraft) throw forbidden('notice.mayNotDraft');
  const found = await placesOf(tx.db).search(tx, { text: search, limit: OFFERED });
  return found.map(({ id, name }) => ({ id, name }));
}
