import {
  type ActorOrSystem,
  badInput,
  engineOf,
  forbidden,
  localDateOf,
  nextOfYear,
  notFound,
  SYSTEM,
  type Tx,
} from '@wuxin/plugin-bpmn';
import { addDays, localDate } from '@wuxin/workday';
import type { CollectionBody } from '../../common/api';
import { journal } from '../journal';
import { lockNotice } from '../acts';
import type { Who } from '../rights';
import { tables, type CollectionRecord } from '../store';
import { queueDays } from './jobs';
import { LockedCollection } from './locked-collection';

const MOST_DAYS = 366;
const MOST_TITLE = 200;

/**
 * Whoever drafts or decides for an announcement: from which day until which opinions are taken on it.
 *
 * @throws not found `objection.noticeNotFound`; forbidden `opinion.notForYou`; bad input `opinion.days`, `opinion.title`
 */
export async function createCollection(tx: Tx, who: Who, body: CollectionBody): Promise<{ id: string }> {
  const notice = await lockNotice(tx, body.noticeId);
  const staff = await tables.staff.select(tx, { noticeId: body.noticeId, userId: who.actor.userId });
  if (!notice || (staff.length === 0 && !who.isAdministrator)) throw notFound('objection.noticeNotFound');
  if (!staff.some(({ post }) => post === 'drafter' || post === 'decider')) throw forbidden('opinion.notForYou');
  const { opensOn, closesOn } = body;
  const today = localDateOf(tx.now);
  if (opensOn > closesOn || closesOn < today || closesOn > addDays(localDate(today), MOST_DAYS)) throw badInput('opinion.days');
  const { placeId } = notice;
  const head = { noticeId: notice.id, placeId, title: titleIn(body.title), opensOn, closesOn, days: null };
  const id = await insertCollection(tx, who.actor, { ...head, instanceId: null, tokenId: null });
  await queueDays(tx, id, { opensOn, closesOn });
  return { id };
}

export function titleIn(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '' || [...trimmed].length > MOST_TITLE) throw badInput('opinion.title', { most: MOST_TITLE });
  return trimmed;
}

type Head = Pick<CollectionRecord, 'noticeId' | 'placeId' | 'title' | 'opensOn' | 'closesOn' | 'days' | 'instanceId' | 'tokenId'>;

/** As a draft: it opens on its day, or when its announcement is published. */
export async function insertCollection(tx: Tx, by: ActorOrSystem, head: Head): Promise<string> {
  const id = engineOf(tx.db).newId();
  const number = await nextOfYear(tx, tables.collections, { prefix: 'Z', digits: 4 });
  const blank = { feedback: null, closedAt: null, feedbackNoticeId: null, revision: 1, createdAt: tx.now };
  await tables.collections.insert(tx, [{ id, number, status: 'draft', ...head, ...blank }]);
  await journal.append(tx, id, by === SYSTEM ? null : by, [{ kind: 'collection.created', data: { noticeId: head.noticeId } }]);
  return id;
}

/**
 * For whoever publishes notices, in the transaction that publishes one: collections that wait for it open on this day, for as many days as they say.
 * One that is open already, because its announcement was put right and is posted anew, has all its days again.
 */
export async function openCollectionsOf(tx: Tx, noticeId: string, by: ActorOrSystem): Promise<void> {
  for (const locked of await lockAll(tx, noticeId, ['draft', 'open'])) {
    const { id, days, status, opensOn: before } = locked.collection;
    if (days === null) continue;
    const today = localDateOf(tx.now);
    const opensOn = before ?? today;
    // the day of the announcement is not counted
    const closesOn = addDays(localDate(today), days);
    locked.change({ status: 'open', opensOn, closesOn });
    locked.note(status === 'draft' ? 'opened' : 'prolonged', { opensOn, closesOn });
    await locked.save(by);
    await queueDays(tx, id, { opensOn, closesOn });
  }
}

/** For whoever puts an announcement right, in the same transaction: what it asked for is asked for by the draft that stands for it. */
export async function moveCollections(tx: Tx, by: ActorOrSystem, { from, to }: { from: string; to: string }): Promise<void> {
  for (const locked of await lockAll(tx, from, ['draft', 'open', 'sorting'])) {
    locked.change({ noticeId: to });
    locked.note('moved', { noticeId: to });
    await locked.save(by);
  }
}

async function lockAll(tx: Tx, noticeId: string, status: CollectionRecord['status'][]): Promise<LockedCollection[]> {
  const found = await tables.collections.selectColumns(tx, ['id'], { noticeId, status }, { order: [['id', 'ASC']] });
  const locked: LockedCollection[] = [];
  for (const { id } of found) {
    const one = await LockedCollection.lock(tx, id);
    // somebody else may have gone on with it before it was locked
    if (one && one.collection.noticeId === noticeId && status.includes(one.collection.status)) locked.push(one);
  }
  return locked;
}
