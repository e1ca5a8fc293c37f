import { notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticePost } from '../../common/api';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type StaffRecord } from '../store';

export interface SeenNotice {
  readonly notice: NoticeRecord;
  readonly staff: readonly StaffRecord[];
  readonly posts: readonly NoticePost[];
}

/**
 * For everybody who has a part in a notice, and administrators; residents read the wall.
 *
 * @throws not found `notice.notFound`
 */
export async function mustSee(tx: Tx, { actor, isAdministrator }: Who, id: string): Promise<SeenNotice> {
  const notice = await tables.notices.find(tx, { id });
  if (!notice) throw notFound('notice.notFound');
  const staff = await tables.staff.select(tx, { noticeId: id });
  const posts = staff.flatMap(({ userId, post }) => (userId === actor.userId ? [post] : []));
  if (!isAdministrator && posts.length === 0) throw notFound('notice.notFound');
  return { notice, staff, posts };
}
