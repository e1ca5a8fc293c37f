import { conflict, forbidden, LockedRow, notFound, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionAct } from '../../common/api';
import { lockNotice } from '../acts';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type JournalRecord, type NoticeRecord, type ObjectionRecord, type StaffRecord } from '../store';
import { assureDecider } from './higher';
import { ACTS, isFor, standingOf } from './standing';

/** An objection that is locked with its notice until the command ends. */
export class LockedObjection extends LockedRow<ObjectionRecord, JournalRecord> {
  private constructor(
    tx: Tx,
    row: ObjectionRecord,
    readonly notice: NoticeRecord,
    readonly staff: readonly StaffRecord[],
  ) {
    super(tx, row, { table: tables.objections, journal, kindPrefix: 'objection.' });
  }

  /** @returns undefined: there is no such objection */
  static async lock(tx: Tx, id: string): Promise<LockedObjection | undefined> {
    const found = await tables.objections.find(tx, { id });
    const notice = found && (await lockNotice(tx, found.noticeId));
    const row = notice && (await tables.objections.find(tx, { id }, { forUpdate: true }));
    if (!row) return undefined;
    return new LockedObjection(tx, row, notice, await tables.staff.select(tx, { noticeId: notice.id }));
  }

  get objection(): ObjectionRecord {
    return this.current;
  }

  /** Another level, or somebody else whom it is against, may leave nobody who decides. */
  override async save(by: ActorOrSystem | null): Promise<void> {
    const { level, againstUserId } = this.changes;
    const found = level === undefined && againstUserId === undefined ? null : await assureDecider(this.tx, this);
    if (found) this.note(found);
    await super.save(by);
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
