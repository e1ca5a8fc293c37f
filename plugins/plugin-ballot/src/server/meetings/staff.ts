import { badInput, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Model } from '@nocobase/database';
import type { MeetingBody, MeetingPost } from '../../common/api';
import { tables, type StaffRecord } from '../store';

type Named = MeetingBody['staff'];

/** Posts of which nobody has two: who counts is not who watches the count. */
const COUNTING: readonly MeetingPost[] = ['teller', 'supervisor'];
const TELLERS = 2;

/**
 * Whoever does what at a meeting, with their names as they are now. Replaces who did before.
 *
 * @throws bad input `ballot.sameTeller`, `ballot.tellersTooMany`, `ballot.personUnknown`
 */
export async function writeStaff(tx: Tx, meetingId: string, staff: Named): Promise<void> {
  assertApart(staff);
  const names = await namesOf(tx, [...new Set(staff.map(({ userId }) => userId))]);
  const rows: StaffRecord[] = staff.map(({ userId, post }) => {
    const name = names.get(userId);
    if (name === undefined) throw badInput('ballot.personUnknown');
    return { id: engineOf(tx.db).newId(), meetingId, userId, name, post };
  });
  await tables.staff.delete(tx, { meetingId });
  await tables.staff.insert(tx, rows);
}

function assertApart(staff: Named): void {
  const counting = staff.filter(({ post }) => COUNTING.includes(post));
  if (new Set(counting.map(({ userId }) => userId)).size < counting.length) throw badInput('ballot.sameTeller');
  if (staff.filter(({ post }) => post === 'teller').length > TELLERS) throw badInput('ballot.tellersTooMany');
  const posts = staff.map(({ userId, post }) => `${userId} ${post}`);
  if (new Set(posts).size < posts.length) throw badInput('ballot.postTwice');
}

async function namesOf({ db, transaction }: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = (await db.getRepository('users').find({ filter: { id: { $in: ids } }, transaction })) as Model[]; // untyped in NocoBase
  return new Map(
    rows.map((row) => {
      const id = Number(row.get('id'));
      return [id, String(row.get('nickname') || row.get('username') || id)] as const;
    }),
  );
}
