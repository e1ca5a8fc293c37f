import { conflict, forbidden, lockCase, LockedRow, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { CollectionAct, CollectionStatus, NoticePost } from '../../common/api';
import { journal } from '../journal';
import { tellWall } from '../publication';
import type { Who } from '../rights';
import { tables, type CollectionRecord, type JournalRecord, type StaffRecord } from '../store';

/** A collection that is locked, behind its case, until the command ends. */
export class LockedCollection extends LockedRow<CollectionRecord, JournalRecord> {
  private constructor(
    tx: Tx,
    row: CollectionRecord,
    readonly staff: readonly StaffRecord[],
  ) {
    super(tx, row, { table: tables.collections, journal, kindPrefix: 'collection.' });
  }

  /** @returns undefined: there is no such collection */
  static async lock(tx: Tx, id: string): Promise<LockedCollection | undefined> {
    const found = await tables.collections.find(tx, { id });
    if (!found) return undefined;
    if (found.instanceId !== null) await lockCase(tx, found.instanceId);
    const row = await tables.collections.find(tx, { id }, { forUpdate: true });
    return row && new LockedCollection(tx, row, await tables.staff.select(tx, { noticeId: row.noticeId }));
  }

  get collection(): CollectionRecord {
    return this.current;
  }

  /** @param changes with a status: whether the announcement has a form is another matter then, and its page is written anew */
  override change(changes: Partial<CollectionRecord>): void {
    super.change(changes);
    if (changes.status === undefined) return;
    const { id, noticeId, revision } = this.current;
    this.afterwards((later) => tellWall(later, { id: noticeId, revision }, `collection ${id}`));
  }
}

interface Rule {
  readonly posts: readonly NoticePost[];
  readonly from: readonly CollectionStatus[];
}

/** What the desk offers and what a command refuses is the same line. Whoever takes things at the window may enter opinions too. */
const ACTS: Readonly<Record<CollectionAct | 'reveal', Rule>> = {
  receive: { posts: ['drafter', 'approver', 'poster', 'decider'], from: ['open', 'sorting'] },
  decide: { posts: ['decider'], from: ['open', 'sorting'] },
  close: { posts: ['decider'], from: ['sorting'] },
  cancel: { posts: ['decider', 'drafter'], from: ['draft', 'open', 'sorting'] },
  reveal: { posts: ['decider'], from: ['open', 'sorting', 'closed', 'cancelled'] },
};

const OFFERED = ['receive', 'decide', 'close', 'cancel'] as const satisfies readonly CollectionAct[];

const isFor = (name: keyof typeof ACTS, who: Who, staff: readonly StaffRecord[]): boolean =>
  (name === 'receive' && who.mayReceive) ||
  staff.some(({ userId, post }) => userId === who.actor.userId && ACTS[name].posts.includes(post));

export const mayDo = (who: Who, { status }: CollectionRecord, staff: readonly StaffRecord[]): CollectionAct[] =>
  OFFERED.filter((name) => isFor(name, who, staff) && ACTS[name].from.includes(status));

/**
 * One act on a collection in one transaction.
 *
 * @throws `opinion.collectionNotFound`, `opinion.notForYou`, `opinion.notNow`, and what the work throws
 */
export async function act<T>(
  tx: Tx,
  who: Who,
  [name, id]: readonly [keyof typeof ACTS, string],
  work: (locked: LockedCollection) => Promise<T>,
): Promise<T> {
  const locked = await LockedCollection.lock(tx, id);
  const hasPart = locked?.staff.some(({ userId }) => userId === who.actor.userId) ?? false;
  if (!locked || !(hasPart || who.isAdministrator || who.mayReceive)) throw notFound('opinion.collectionNotFound');
  if (!isFor(name, who, locked.staff)) throw forbidden('opinion.notForYou');
  const { status } = locked.collection;
  if (!ACTS[name].from.includes(status)) throw conflict('opinion.notNow', { status });
  const result = await work(locked);
  await locked.save(who.actor);
  return result;
}
