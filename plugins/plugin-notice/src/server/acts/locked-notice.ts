import type { Json } from '@wuxin/bpmn-core';
import {
  conflict,
  forbidden,
  lockCase,
  notFound,
  SYSTEM,
  type ActorOrSystem,
  type JournalEvent,
  type Tx,
} from '@wuxin/plugin-bpmn';
import type { NoticeAct, NoticePost } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type StaffRecord } from '../store';
import { isFor } from './may';
import { ACTS } from './table';

/** A notice whose row is locked until the command ends: what it changes and notes is written once, at its end. */
export class LockedNotice {
  private readonly events: JournalEvent[] = [];
  private changes: Partial<NoticeRecord> = {};

  private constructor(
    private readonly tx: Tx,
    private readonly row: NoticeRecord,
    private people?: readonly StaffRecord[],
  ) {}

  /**
   * The case that waits for it is locked before it, as it is where a case is cancelled.
   *
   * @throws not found `notice.notFound`
   */
  static async lock(tx: Tx, id: string): Promise<LockedNotice> {
    const asked = await tables.notices.find(tx, { id });
    if (!asked) throw notFound('notice.notFound');
    if (asked.instanceId !== null) await lockCase(tx, asked.instanceId);
    const row = await tables.notices.find(tx, { id }, { forUpdate: true });
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
    return { ...this.row, ...this.changes };
  }

  async staff(): Promise<readonly StaffRecord[]> {
    this.people ??= await tables.staff.select(this.tx, { noticeId: this.row.id });
    return this.people;
  }

  async postsOf(userId: number): Promise<NoticePost[]> {
    return (await this.staff()).flatMap((one) => (one.userId === userId ? [one.post] : []));
  }

  change(changes: Partial<NoticeRecord>): void {
    this.changes = { ...this.changes, ...changes };
  }

  /** For the journal: numbers, ids and reasons, nothing of the text. */
  note(kind: string, data: Readonly<Record<string, Json>> = {}): void {
    this.events.push({ kind, data });
  }

  /** The revision of a notice is the number of rows of its journal: what changes is noted, and what was not noted did not happen. */
  async save(by: ActorOrSystem): Promise<void> {
    const { id, revision } = this.row;
    if (this.events.length === 0) {
      if (Object.keys(this.changes).length > 0) throw new Error('a change of a notice is noted in its journal');
      return;
    }
    await tables.notices.update(this.tx, { id }, { ...this.changes, revision: revision + this.events.length });
    await journal.append(this.tx, id, by === SYSTEM ? null : by, this.events);
  }
}

/**
 * Holds a notice, and the case that waits for it, until the transaction ends: whoever takes an objection to it is before or after its end, never
 * beside it.
 *
 * @throws not found `notice.notFound`
 */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRecord> {
  return (await LockedNotice.lock(tx, id)).notice;
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
