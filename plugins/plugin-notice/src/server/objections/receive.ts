import { conflict, engineOf, forbidden, localDateOf, nextOfYear, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { Acknowledgement, ObjectionChannel, ReceiveObjectionBody } from '../../common/api';
import { codeDigest, newCode } from '../codes';
import { assertReceivedOn, type Given, givenBy, isTrap } from '../intake';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord, type StaffRecord } from '../store';
import { queueDue, workingDaysAfter } from './due';
import { lockNotice } from '../acts';
import { numbersAt } from './parameters';
import { keepScan } from './scans';
import { isAgainst, levelOf } from './standing';

/** As people quote it: Y2026-00007. */
const NUMBERED = { prefix: 'Y', digits: 5 };

/** What comes from the public wall, without an account. */
export interface WallObjection {
  readonly wallToken: string;
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
  readonly people?: number;
  /** A field that people do not see. */
  readonly honeypot?: string;
}

const TAKING: readonly string[] = ['posting', 'running'];

/**
 * From the wall, until the end of the last day of the period. A program that fills in what people do not see gets an answer like everybody, and nothing of
 * it is kept.
 *
 * @throws not found `objection.noticeNotFound`: an address that nobody has given out, or that is no longer on the wall; conflict `objection.late`,
 * `objection.notTaken`; bad input of what is given
 */
export async function receiveFromWall(
  tx: Tx,
  { wallToken, honeypot, ...input }: WallObjection,
): Promise<Omit<Acknowledgement, 'id'>> {
  const found = await tables.notices.find(tx, { wallToken });
  const notice = found && (await lockNotice(tx, found.id));
  if (!notice || !isOnWall(notice, tx.now)) throw notFound('objection.noticeNotFound');
  const given = givenBy(input);
  const receivedOn = localDateOf(tx.now);
  assertTaken(notice, receivedOn);
  if (isTrap(honeypot)) return { number: await nextOfYear(tx, tables.objections, NUMBERED), code: newCode() };
  const { number, code } = await keep(tx, notice, { channel: 'wall', given, receivedOn, enteredBy: null, againstUserId: null });
  return { number, code };
}

const isOnWall = ({ status, publishedAt, keepUntilOn }: NoticeRecord, now: number): boolean =>
  publishedAt !== null && [...TAKING, 'ended'].includes(status) && (keepUntilOn === null || localDateOf(now) <= keepUntilOn);

/**
 * Whoever takes objections at the window, or staffs the notice and did not write or approve it: what came there or on paper, on which day.
 *
 * @throws not found `objection.noticeNotFound`; forbidden `objection.againstYou`; conflict `objection.late`, `objection.notTaken`
 */
export async function receiveAtDesk(tx: Tx, who: Who, body: ReceiveObjectionBody): Promise<Acknowledgement> {
  const notice = await lockNotice(tx, body.noticeId);
  const staff = notice ? await tables.staff.select(tx, { noticeId: notice.id }) : [];
  const hasPart = staff.some(({ userId }) => userId === who.actor.userId);
  if (!notice || (!hasPart && !who.mayReceive)) throw notFound('objection.noticeNotFound');
  const objection = { againstUserId: body.againstUserId ?? null, level: 'community', status: 'received' } as const;
  if (isAgainst(who.actor.userId, { notice, objection })) throw forbidden('objection.againstYou');
  const given = givenBy(body);
  assertTaken(notice, body.receivedOn);
  assertReceivedOn(body.receivedOn, { since: await postedOn(tx, notice), now: tx.now });
  const kept = await keep(tx, notice, { ...body, ...objection, given, enteredBy: who });
  if (body.scan) await keepScan(tx, kept.id, body.scan, who.actor.userId);
  return kept;
}

/** @param day on which it was there for the community, which counts, not when it was entered */
function assertTaken({ status, takesObjections, endsOn }: NoticeRecord, day: string): void {
  if (!takesObjections) throw conflict('objection.notTaken');
  if (!TAKING.includes(status) || (endsOn !== null && day > endsOn)) throw conflict('objection.late', { endsOn: endsOn ?? '' });
}

/** The first day on which anybody could read it. */
async function postedOn(tx: Tx, { id, publishedAt, approvedAt }: NoticeRecord): Promise<string> {
  const boards = (await tables.postings.select(tx, { noticeId: id })).flatMap(({ postedOn: day }) => day ?? []);
  const days = [...boards, ...(publishedAt === null ? [] : [localDateOf(publishedAt)])].sort();
  return days[0] ?? localDateOf(approvedAt ?? tx.now);
}

interface Received {
  readonly channel: ObjectionChannel;
  readonly given: Given;
  readonly receivedOn: string;
  readonly againstUserId: number | null;
  readonly enteredBy: Who | null;
}

async function keep(tx: Tx, notice: NoticeRecord, received: Received): Promise<Acknowledgement> {
  const { given, receivedOn, channel, againstUserId, enteredBy } = received;
  const code = newCode();
  const [id, number] = [engineOf(tx.db).newId(), await nextOfYear(tx, tables.objections, NUMBERED)];
  const { placeId } = notice;
  const staff = await tables.staff.select(tx, { noticeId: notice.id });
  const level = levelAtFirst(notice, staff, againstUserId);
  const { acceptDays, townshipDays } = await numbersAt(tx, placeId);
  const amount = level === 'community' ? acceptDays : townshipDays;
  const dueAt = await workingDaysAfter(tx, { placeId }, { day: receivedOn, amount });
  const { name: objectorName, contact, note, people, text } = given;
  const from = { channel, receivedOn, receivedAt: tx.now, enteredById: enteredBy?.actor.userId ?? null, againstUserId };
  const head = { id, number, noticeId: notice.id, placeId, codeDigest: codeDigest('objection', code), level, dueAt };
  await tables.objections.insert(tx, [{ ...BLANK, ...head, ...from, text, objectorName, contact, note, people }]);
  const data = { channel, people, level, dueAt, noticeId: notice.id };
  await journal.append(tx, id, enteredBy?.actor ?? null, [{ kind: 'objection.received', data }]);
  await queueDue(tx, id, dueAt);
  return { id, number, code };
}

function levelAtFirst(notice: NoticeRecord, staff: readonly StaffRecord[], againstUserId: number | null) {
  return levelOf({ notice, staff, objection: { againstUserId, level: 'community', status: 'received' } });
}

type Blank = Omit<
  ObjectionRecord,
  | keyof Acknowledgement
  | 'noticeId' | 'placeId' | 'codeDigest' | 'level' | 'dueAt' | 'channel' | 'receivedOn' | 'receivedAt' | 'enteredById' | 'againstUserId'
  | 'text' | 'objectorName' | 'contact' | 'note' | 'people'
>; // prettier-ignore

/** Nothing was done with it yet. */
const BLANK: Blank = {
  status: 'received',
  acceptedAt: null,
  hearingOn: null,
  hearingNotes: null,
  answer: null,
  decision: null,
  affectedStep: null,
  answeredAt: null,
  answeredById: null,
  answeredByName: null,
  appeal: null,
  appealedAt: null,
  reconsideration: null,
  reconsiderationText: null,
  reconsideredAt: null,
  reconsideredById: null,
  reconsideredByName: null,
  closedAt: null,
  erasedAt: null,
  revision: 1,
};
