import type { Tx } from '@wuxin/plugin-bpmn';
import type { PersonRef, TakingNotice } from '../../common/api';
import type { Who } from '../rights';
import { tables, type StaffRecord } from '../store';
import { takingNotices } from './store';

/** For whoever enters what came at the window or on paper: to which notices that may be now. */
export async function listTaking(tx: Tx, who: Who, { search }: { readonly search: string }): Promise<TakingNotice[]> {
  const notices = await takingNotices(tx, who.actor.userId, { isAll: who.mayReceive, search: search.trim() });
  const staff = await tables.staff.select(tx, { noticeId: notices.map(({ id }) => id) });
  return notices.map((notice) => ({ ...notice, involved: involvedIn(staff.filter(({ noticeId }) => noticeId === notice.id)) }));
}

/** Everybody once, whatever posts they have. */
export const involvedIn = (staff: readonly StaffRecord[]): PersonRef[] => [
  ...new Map(staff.map(({ userId, name }) => [userId, { id: userId, name }])).values(),
];
