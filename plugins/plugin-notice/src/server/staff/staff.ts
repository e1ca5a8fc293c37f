import type { Model } from '@nocobase/database';
import { badInput, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticePost, StaffBody } from '../../common/api';
import { tables, type StaffRecord } from '../store';

/**
 * Whoever does what for a notice, with their names as they are now. Replaces who did before.
 *
 * @throws bad input `notice.postTwice`, `notice.personUnknown`
 */
export async function writeStaff(tx: Tx, noticeId: string, staff: readonly StaffBody[]): Promise<void> {
  const posts = staff.map(({ userId, post }) => `${userId} ${post}`);
  if (new Set(posts).size < posts.length) throw badInput('notice.postTwice');
  const names = await namesOf(tx, [...new Set(staff.map(({ userId }) => userId))]);
  const rows: StaffRecord[] = staff.map(({ userId, post }) => {
    const name = names.get(userId);
    if (name === undefined) throw badInput('notice.personUnknown');
    return { id: engineOf(tx.db).newId(), noticeId, userId, name, post };
  });
  await tables.staff.delete(tx, { noticeId });
  await tables.staff.insert(tx, rows);
}

/** Beside who has posts already; somebody who is not there any more is left out. */
export async function addStaff(
  tx: Tx,
  noticeId: string,
  { userIds, post }: { readonly userIds: readonly number[]; readonly post: NoticePost },
): Promise<void> {
  const names = await namesOf(tx, userIds);
  await tables.staff.insert(
    tx,
    [...names].map(([userId, name]) => ({ id: engineOf(tx.db).newId(), noticeId, userId, name, post })),
  );
}

async function namesOf({ db, transaction }: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = (await db.getRepository('users').find({ filter: { id: { $in: ids } }, transaction })) as Model[]; // untyped in NocoBase
  return new Map(
    rows.map((row) => {
      const id = Number(row.get('id'));
      return [id, String(row.get('nickname') || row.get('username') || id)] as const;
    }),
  );
}
