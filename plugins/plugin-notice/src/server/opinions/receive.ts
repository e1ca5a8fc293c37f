import { conflict, engineOf, localDateOf, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { OpinionAcknowledgement, OpinionAnswer, ObjectionChannel, ReceiveOpinionBody } from '../../common/api';
import { codeDigest, newCode } from '../codes';
import { assertReceivedOn, givenBy, isTrap, lateReasonIn, type Given } from '../intake';
import type { Who } from '../rights';
import { tables } from '../store';
import { act, LockedCollection } from './locked-collection';

/** What comes from the public wall, without an account. */
export interface WallOpinion {
  readonly wallToken: string;
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
  /** A field that people do not see. */
  readonly honeypot?: string;
}

/**
 * From the wall, while the collection of an announcement is open. A program that fills in what people do not see gets an answer like everybody, and
 * nothing of it is kept.
 *
 * @throws not found `opinion.collectionNotFound`: an address that nobody has given out, or that is no longer on the wall; conflict `opinion.late`;
 * bad input of what is given
 */
export async function receiveOpinionFromWall(
  tx: Tx,
  { wallToken, honeypot, ...input }: WallOpinion,
): Promise<Omit<OpinionAcknowledgement, 'id'>> {
  const locked = await lockByToken(tx, wallToken);
  if (!locked) throw notFound('opinion.collectionNotFound');
  const given = givenBy(input);
  const receivedOn = localDateOf(tx.now);
  assertOpen(locked, receivedOn);
  if (isTrap(honeypot)) return { number: String(await nextOpinion(tx, locked.collection.id)), code: newCode() };
  const { number, code } = await keep(tx, locked, { channel: 'wall', given, receivedOn, lateReason: null, enteredById: null });
  await locked.save(null);
  return { number, code };
}

async function lockByToken(tx: Tx, wallToken: string): Promise<LockedCollection | undefined> {
  const notice = await tables.notices.find(tx, { wallToken });
  const isShown =
    notice &&
    notice.publishedAt !== null &&
    ['posting', 'running', 'ended'].includes(notice.status) &&
    (notice.keepUntilOn === null || localDateOf(tx.now) <= notice.keepUntilOn);
  if (!isShown) return undefined;
  const shown = { noticeId: notice.id, status: ['open', 'sorting', 'closed'] };
  const found = await tables.collections.find(tx, shown, { order: [['createdAt', 'DESC']] });
  return found && LockedCollection.lock(tx, found.id);
}

/** Whoever takes things at the window, or staffs the announcement: what came there or on paper, on which day; while it is sorted, with why so late. */
export const receiveOpinion = (tx: Tx, who: Who, body: ReceiveOpinionBody): Promise<OpinionAcknowledgement> =>
  act(tx, who, ['receive', body.collectionId], async (locked) => {
    const given = givenBy(body);
    const { opensOn, closesOn } = locked.collection;
    assertReceivedOn(body.receivedOn, { since: opensOn ?? localDateOf(tx.now), now: tx.now });
    assertOpen(locked, body.receivedOn);
    const lateReason = lateReasonIn(body.lateReason, { lastDay: closesOn, now: tx.now });
    return keep(tx, locked, { ...body, given, lateReason, enteredById: who.actor.userId });
  });

/** @param day on which it was there, which counts, not when it was entered: paper of the last day is entered the day after */
function assertOpen({ collection: { status, closesOn } }: LockedCollection, day: string): void {
  const isTaking = status === 'open' || status === 'sorting';
  if (!isTaking || (closesOn !== null && day > closesOn)) throw conflict('opinion.late', { closesOn: closesOn ?? '' });
}

interface Received {
  readonly channel: ObjectionChannel;
  readonly given: Given;
  readonly receivedOn: string;
  /** Null: it is entered in time. */
  readonly lateReason: string | null;
  readonly enteredById: number | null;
}

async function keep(
  tx: Tx,
  locked: LockedCollection,
  { channel, given, receivedOn, lateReason, enteredById }: Received,
): Promise<OpinionAcknowledgement> {
  const { id: collectionId } = locked.collection;
  const number = await nextOpinion(tx, collectionId);
  const code = newCode();
  const id = engineOf(tx.db).newId();
  const { name: giverName, contact, text } = given;
  const undecided = { status: 'received', reason: null, decidedAt: null, decidedById: null, decidedByName: null } as const;
  const came = { channel, receivedOn, receivedAt: tx.now, enteredById, lateReason, codeDigest: codeDigest('opinion', code) };
  await tables.opinions.insert(tx, [{ id, collectionId, number, text, giverName, contact, ...came, ...undecided }]);
  locked.note('received', { number, channel });
  if (lateReason !== null) locked.note('enteredLate', { number, receivedOn });
  return { id, number: String(number), code };
}

/** Its collection is locked, so nobody else draws the same. */
async function nextOpinion(tx: Tx, collectionId: string): Promise<number> {
  const [last] = await tables.opinions.selectColumns(tx, ['number'], { collectionId }, { order: [['number', 'DESC']], limit: 1 });
  return (last?.number ?? 0) + 1;
}

/**
 * What whoever has the acknowledgement code may read; how often somebody may ask is the door's. Never who gave it.
 *
 * @throws not found `opinion.codeUnknown`
 */
export async function opinionByCode(tx: Tx, code: string): Promise<OpinionAnswer> {
  const row = await tables.opinions.find(tx, { codeDigest: codeDigest('opinion', code) });
  const collection = row && (await tables.collections.find(tx, { id: row.collectionId }));
  if (!collection) throw notFound('opinion.codeUnknown');
  const { number, receivedOn, status, reason } = row;
  const isClosed = collection.status === 'closed';
  const answer = isClosed ? { status, reason } : ({ status: 'received', reason: null } as const);
  return { number, collectionTitle: collection.title, receivedOn, ...answer };
}
