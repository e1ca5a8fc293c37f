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
import type { Json } from '@wuxin/bpmn-core';
import type { CollectionAct, CollectionStatus, NoticePost } from '../../common/api';
import { journal } from '../journal';
import { tellWall } from '../publication';
import type { Who } from '../rights';
import { tables, type CollectionRecord, type StaffRecord } from '../store';

/** A collection that is locked, behind its case, until the command ends: what it changes and notes is written once, at its end. */
export class LockedCollection {
  private readonly events: JournalEvent[] = [];
  private readonly followers: ((tx: Tx) => Promise<void>)[] = [];
  private changes: Partial<CollectionRecord> = {};

  private constructor(
    private readonly tx: Tx,
    private readonly row: CollectionRecord,
    readonly staff: readonly StaffRecord[],
  ) {}

  /** @returns undefined: there is no such collection */
  static async lock(tx: Tx, id: string): Promise<LockedCollection | undefined> {
    const found = await tables.collections.find(tx, { id });
    if (!found) return undefined;
    if (found.instanceId !== null) await lockCase(tx, found.instanceId);
    const row = await tables.collections.find(tx, { id }, { forUpdate: true });
    return row && new LockedCollection(tx, row, await tables.staff.select(tx, { noticeId: row.noticeId }));
  }

  get collection(): CollectionRecord {
    return { ...this.row, ...this.changes };
  }

  change(changes: Partial<CollectionRecord>): void {
    this.changes = { ...this.changes, ...changes };
  }

  /** For the journal: numbers and ids, never a name or a text. */
  note(kind: string, data: Readonly<Record<string, Json>> = {}): void {
    this.events.push({ kind: `collection.${kind}`, data });
  }

  /** Once everything is written: what others do because of it. */
  afterwards(follow: (tx: Tx) => Promise<void>): void {
    this.followers.push(follow);
  }

  /** The revision of a collection is the number of rows of its journal. */
  async save(by: ActorOrSystem | null): Promise<void> {
    const { id, revision } = this.row;
    if (this.events.length === 0) return;
    await tables.collections.update(this.tx, { id }, { ...this.changes, revision: revision + this.events.length });
    await journal.append(this.tx, id, by === SYSTEM ? null : by, this.events);
    if (this.changes.status !== undefined) await this.tellWall();
    for (const follow of this.followers) await follow(this.tx);
  }

  /** Whether the announcement has a form. */
  private tellWall(): Promise<void> {
    const { id, noticeId, revision } = this.row;
    return tellWall(this.tx, { id: noticeId, revision }, `collection ${id}`);
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
