import { conflict, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { ClosedCollection, DecideOpinionBody, OpinionCounts, OpinionGiver } from '../../common/api';
import { numbersAt, reasonIn } from '../objections';
import type { Who } from '../rights';
import { tables } from '../store';
import { draftFeedback, feedbackOf } from './feedback';
import { queueErasure } from './jobs';
import { act, type LockedCollection } from './locked-collection';
import { announcementsOf } from './ports';
import { tellCase } from './tell-case';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who decides for the announcement, until the collection is closed: what becomes of an opinion, never without a reason. */
export async function decideOpinion(tx: Tx, who: Who, id: string, { status, reason }: DecideOpinionBody): Promise<void> {
  await act(tx, who, ['decide', await collectionIdOf(tx, id)], async (locked) => {
    const opinion = await tables.opinions.find(tx, { id });
    const { userId: decidedById, name: decidedByName } = who.actor;
    await tables.opinions.update(tx, { id }, { status, reason: reasonIn(reason), decidedAt: tx.now, decidedById, decidedByName });
    locked.note('decided', { number: opinion?.number ?? 0, status });
  });
}

/** Who decides for the announcement, and nobody else: who gave an opinion. That they looked is in the journal. */
export async function revealGiver(tx: Tx, who: Who, id: string): Promise<OpinionGiver> {
  return act(tx, who, ['reveal', await collectionIdOf(tx, id)], async (locked) => {
    const opinion = await tables.opinions.find(tx, { id });
    locked.note('revealed', { number: opinion?.number ?? 0 });
    return { name: opinion?.giverName ?? null, contact: opinion?.contact ?? null };
  });
}

/** @throws not found `opinion.notFound` */
async function collectionIdOf(tx: Tx, id: string): Promise<string> {
  const opinion = await tables.opinions.find(tx, { id });
  if (!opinion) throw notFound('opinion.notFound');
  return opinion.collectionId;
}

export async function countsOf(tx: Tx, collectionId: string): Promise<OpinionCounts> {
  return (await countsOfAll(tx, [collectionId])).get(collectionId) ?? NONE;
}

const NONE: OpinionCounts = { total: 0, received: 0, adopted: 0, partly: 0, declined: 0 };

export async function countsOfAll(tx: Tx, collectionIds: readonly string[]): Promise<ReadonlyMap<string, OpinionCounts>> {
  const counts = new Map(collectionIds.map((id) => [id, { ...NONE }]));
  if (collectionIds.length === 0) return counts;
  for (const { collectionId, status, count } of await tables.opinions.countBy(tx, ['collectionId', 'status'], {
    collectionId: [...collectionIds],
  })) {
    const own = counts.get(collectionId);
    if (!own) continue;
    own[status] += count;
    own.total += count;
  }
  return counts;
}

/**
 * Who decides for the announcement, once the days are over: when every opinion is decided, with what is published of it, which is drafted as an
 * announcement at once. The case that asked goes on.
 *
 * @throws conflict `opinion.undecided`
 */
export const closeCollection = (tx: Tx, who: Who, id: string, feedback = ''): Promise<ClosedCollection> =>
  act(tx, who, ['close', id], async (locked) => {
    const counts = await countsOf(tx, id);
    if (counts.received > 0) throw conflict('opinion.undecided', { count: counts.received });
    const text = feedback.trim() || (await feedbackOf(tx, locked.collection, counts));
    await end(tx, locked, 'closed', text);
    const { collection, staff } = locked;
    const feedbackNoticeId = await draftFeedback(tx, { collection, staff, text, by: who.actor });
    locked.change({ feedbackNoticeId });
    locked.note('feedbackDrafted', { feedbackNoticeId });
    locked.afterwards((later) => tellCase(later, who.actor, { collection: locked.collection, counts }));
    return { feedback: text, feedbackNoticeId };
  });

/**
 * Who drafts or decides for the announcement, before it is closed; never without a reason. The announcement, which asks for what nobody reads any more,
 * is cancelled or taken down. The case that asked learns that there is no result.
 */
export const cancelCollection = (tx: Tx, who: Who, id: string, reason: string): Promise<void> =>
  act(tx, who, ['cancel', id], async (locked) => {
    const counts = await countsOf(tx, id);
    const said = reasonIn(reason);
    await end(tx, locked, 'cancelled', said);
    const { noticeId } = locked.collection;
    locked.afterwards((later) => announcementsOf(later.db).takeDown(later, who.actor, { id: noticeId, reason: said }));
    locked.afterwards((later) => tellCase(later, who.actor, { collection: locked.collection, counts }));
  });

/** Beside the status: what people are told, and from when on who gave the opinions is forgotten. */
export async function end(tx: Tx, locked: LockedCollection, status: 'closed' | 'cancelled', feedback: string): Promise<void> {
  const { id, placeId } = locked.collection;
  const { keepDays } = await numbersAt(tx, placeId);
  locked.change({ status, feedback, closedAt: tx.now });
  locked.note(status);
  await queueErasure(tx, id, tx.now + keepDays * DAY_MS);
}
