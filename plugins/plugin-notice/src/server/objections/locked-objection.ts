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
import type { ObjectionAct } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord, type StaffRecord } from '../store';
import { assureDecider } from './higher';
import { ACTS, isFor, standingOf } from './standing';

/**
 * Locks the case of a notice, then the notice: in this order everywhere. All that happens to the objections of one notice, and the end of its period,
 * comes one after the other.
 *
 * @returns undefined: there is no such notice
 */
export async function lockNotice(tx: Tx, noticeId: string): Promise<NoticeRecord | undefined> {
  const notice = await tables.notices.find(tx, { id: noticeId });
  if (!notice) return undefined;
  if (notice.instanceId !== null) await lockCase(tx, notice.instanceId);
  return tables.notices.find(tx, { id: noticeId }, { forUpdate: true });
}

/** An objection that is locked with its notice until the command ends: what it changes and notes is written once, at its end. */
export class LockedObjection {
  private readonly events: JournalEvent[] = [];
  private readonly followers: ((tx: Tx) => Promise<void>)[] = [];
  private changes: Partial<ObjectionRecord> = {};

  private constructor(
    private readonly tx: Tx,
    private readonly row: ObjectionRecord,
    readonly notice: NoticeRecord,
    readonly staff: readonly StaffRecord[],
  ) {}

  /** @returns undefined: there is no such objection */
  static async lock(tx: Tx, id: string): Promise<LockedObjection | undefined> {
    const found = await tables.objections.find(tx, { id });
    const notice = found && (await lockNotice(tx, found.noticeId));
    const row = notice && (await tables.objections.find(tx, { id }, { forUpdate: true }));
    if (!row) return undefined;
    return new LockedObjection(tx, row, notice, await tables.staff.select(tx, { noticeId: notice.id }));
  }

  get objection(): ObjectionRecord {
    return { ...this.row, ...this.changes };
  }

  change(changes: Partial<ObjectionRecord>): void {
    this.changes = { ...this.changes, ...changes };
  }

  /** For the journal: numbers and ids, never a name or a text. */
  note(kind: string, data: Readonly<Record<string, Json>> = {}): void {
    this.events.push({ kind: `objection.${kind}`, data });
  }

  /** Once everything is written: what others do because of it. */
  afterwards(follow: (tx: Tx) => Promise<void>): void {
    this.followers.push(follow);
  }

  /** Another level, or somebody else whom it is against, may leave nobody who decides. */
  private async assureDecider(): Promise<void> {
    if (this.changes.level === undefined && this.changes.againstUserId === undefined) return;
    const found = await assureDecider(this.tx, this);
    if (found) this.note(found);
  }

  /** The revision of an objection is the number of rows of its journal. */
  async save(by: ActorOrSystem | null): Promise<void> {
    await this.assureDecider();
    const { id, revision } = this.row;
    if (this.events.length === 0) {
      if (Object.keys(this.changes).length > 0) throw new Error('a change of an objection is noted in its journal');
      return;
    }
    await tables.objections.update(this.tx, { id }, { ...this.changes, revision: revision + this.events.length });
    await journal.append(this.tx, id, by === SYSTEM ? null : by, this.events);
    for (const follow of this.followers) await follow(this.tx);
  }
}

/**
 * One act on an objection in one transaction: locks, checks who may and whether its state lets them, does the work, and notes what was done.
 *
 * @throws `objection.notFound`, `objection.againstYou`, `objection.notForYou`, `objection.notNow`, and what the work throws
 */
export async function act<T>(
  tx: Tx,
  who: Who,
  [name, id]: readonly [ObjectionAct, string],
  work: (locked: LockedObjection) => Promise<T>,
): Promise<T> {
  const locked = await LockedObjection.lock(tx, id);
  if (!locked) throw notFound('objection.notFound');
  assertMay(name, who, locked);
  const result = await work(locked);
  await locked.save(who.actor);
  return result;
}

function assertMay(name: ObjectionAct, who: Who, { notice, objection, staff }: LockedObjection): void {
  const standing = standingOf(who.actor.userId, { notice, objection, staff });
  const mayEnter = ACTS[name].isEntered === true && who.mayReceive;
  // nobody learns of an objection in which they have no part
  if (!standing.hasPart && !who.isAdministrator && !mayEnter) throw notFound('objection.notFound');
  if (standing.isAgainst) throw forbidden('objection.againstYou');
  if (!isFor(name, standing, who.mayReceive)) throw forbidden('objection.notForYou');
  if (!ACTS[name].from.includes(objection.status)) throw conflict('objection.notNow', { status: objection.status });
}
