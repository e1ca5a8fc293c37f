import { conflict, forbidden, LockedRow, notFound, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeAct, NoticePost } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type JournalRecord, type NoticeRecord, type StaffRecord } from '../store';
import { lockNotice } from './lock-notice';
import { isFor } from './may';
import { ACTS } from './table';

/** A notice whose row is locked until the command ends. */
export class LockedNotice extends LockedRow<NoticeRecord, JournalRecord> {
  private people: readonly StaffRecord[] | undefined;

  private constructor(tx: Tx, row: NoticeRecord) {
    super(tx, row, { table: tables.notices, journal });
  }

  /** @throws not found `notice.notFound` */
  static async lock(tx: Tx, id: string): Promise<LockedNotice> {
    const row = await lockNotice(tx, id);
    if (!row) throw notFound('notice.notFound');
    return new LockedNotice(tx, row);
  }

  /** The same for a query, which changes nothing and waits for nobody. */
  static async read(tx: Tx, id: string): Promise<Pick<LockedNotice, 'notice' | 'postsOf'>> {
    const row = await tables.notices.find(tx, { id });
    if (!row) throw notFound('notice.notFound');
    return new LockedNotice(tx, row);
  }

  get notice(): NoticeRecord {
    return this.current;
  }

  async staff(): Promise<readonly StaffRecord[]> {
    this.people ??= await tables.staff.select(this.tx, { noticeId: this.current.id });
    return this.people;
  }

  async postsOf(userId: number): Promise<NoticePost[]> {
    return (await this.staff()).flatMap((one) => (one.userId === userId ? [one.post] : []));
  }
}

/**
 * One act on a notice in one transaction: locks its row, checks who may and whether its state lets them, does the work, and notes what was done.
 *
 * @throws `notice.notFound`, `notice.notForYou`, `notice.notNow`, and what the work throws
 */
export async function act<T>(
  tx: Tx,
  who: Who,
  [name, noticeId]: readonly [NoticeAct, string],
  work: (locked: LockedNotice) => Promise<T>,
): Promise<T> {
  const locked = await LockedNotice.lock(tx, noticeId);
  await assertMay(name, who, locked);
  const result = await work(locked);
  await locked.save(who.actor);
  return result;
}

/** A change that another command makes of a notice, which has asked by itself who may. */
export async function changeNotice<T>(
  tx: Tx,
  by: ActorOrSystem,
  noticeId: string,
  work: (locked: LockedNotice) => Promise<T>,
): Promise<T> {
  const locked = await LockedNotice.lock(tx, noticeId);
  const result = await work(locked);
  await locked.save(by);
  return result;
}

/** @throws like {@link act} */
export async function assertMay(name: NoticeAct, who: Who, locked: Pick<LockedNotice, 'notice' | 'postsOf'>): Promise<void> {
  const posts = await locked.postsOf(who.actor.userId);
  // nobody learns of a notice that is not posted yet and in which they have no part
  if (posts.length === 0 && !who.isAdministrator) throw notFound('notice.notFound');
  if (!isFor(name, who, posts)) throw forbidden('notice.notForYou', { posts: [...ACTS[name].posts] });
  const { status } = locked.notice;
  if (!ACTS[name].statuses.includes(status)) throw conflict('notice.notNow', { status });
}
