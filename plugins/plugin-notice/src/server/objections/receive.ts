import {
  type Actor,
  conflict,
  engineOf,
  forbidden,
  type JournalEvent,
  localDateOf,
  nextOfYear,
  notFound,
  SYSTEM,
  tellPeople,
  type Tx,
} from '@wuxin/plugin-bpmn';
import type { Acknowledgement, NoticePost, ObjectionChannel, ReceiveObjectionBody } from '../../common/api';
import { codeDigest, newCode } from '../codes';
import { assertReceivedOn, type Given, givenBy, isTrap, lateReasonIn } from '../intake';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord, type StaffRecord } from '../store';
import { queueDue, workingDaysAfter } from './due';
import { lockNotice } from '../acts';
import { assureDecider } from './higher';
import { numbersAt } from './parameters';
import { noticeReopenings } from './ports';
import { keepScan } from './scans';
import { DECIDES, isAgainst, levelOf } from './standing';

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
/** What was handed in before the end counts, whenever it is entered. */
const TAKING_PAPER: readonly string[] = [...TAKING, 'ended'];

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
  assertTaken(notice, { day: receivedOn, taking: TAKING });
  if (isTrap(honeypot)) return { number: await nextOfYear(tx, tables.objections, NUMBERED), code: newCode() };
  const { number, code } = await keep(tx, notice, {
    channel: 'wall',
    given,
    receivedOn,
    lateReason: null,
    enteredBy: null,
    againstUserId: null,
  });
  return { number, code };
}

const isOnWall = ({ status, publishedAt, keepUntilOn }: NoticeRecord, now: number): boolean =>
  publishedAt !== null && TAKING_PAPER.includes(status) && (keepUntilOn === null || localDateOf(now) <= keepUntilOn);

/**
 * Whoever takes objections at the window, or staffs the notice and did not write or approve it: what came there or on paper, on which day. Once the last
 * day is over, with a reason why so late; a notice that has ended is open again until this is closed.
 *
 * @throws not found `objection.noticeNotFound`; forbidden `objection.againstYou`; conflict `objection.late`, `objection.notTaken`; bad input `objection.receivedOn`,
 * `objection.lateReasonMissing`
 */
export async function receiveAtDesk(tx: Tx, who: Who, body: ReceiveObjectionBody): Promise<Acknowledgement> {
  const notice = await lockNotice(tx, body.noticeId);
  const staff = notice ? await tables.staff.select(tx, { noticeId: notice.id }) : [];
  const hasPart = staff.some(({ userId }) => userId === who.actor.userId);
  if (!notice || (!hasPart && !who.mayReceive)) throw notFound('objection.noticeNotFound');
  const objection = { againstUserId: body.againstUserId ?? null, level: 'community', status: 'received' } as const;
  if (isAgainst(who.actor.userId, { notice, objection })) throw forbidden('objection.againstYou');
  const given = givenBy(body);
  assertTaken(notice, { day: body.receivedOn, taking: TAKING_PAPER });
  assertReceivedOn(body.receivedOn, { since: await postedOn(tx, notice), now: tx.now });
  const lateReason = lateReasonIn(body.lateReason, { lastDay: notice.endsOn, now: tx.now });
  const kept = await keep(tx, notice, { ...body, ...objection, given, lateReason, enteredBy: who });
  if (body.scan) await keepScan(tx, kept.id, body.scan, who.actor.userId);
  return kept;
}

/** @param day on which it was there for the community, which counts, not when it was entered */
function assertTaken(
  { status, takesObjections, endsOn }: NoticeRecord,
  { day, taking }: { readonly day: string; readonly taking: readonly string[] },
): void {
  if (!takesObjections) throw conflict('objection.notTaken');
  if (!taking.includes(status) || (endsOn !== null && day > endsOn)) throw conflict('objection.late', { endsOn: endsOn ?? '' });
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
  /** Null: it is entered in time. */
  readonly lateReason: string | null;
  readonly againstUserId: number | null;
  readonly enteredBy: Who | null;
}

async function keep(tx: Tx, notice: NoticeRecord, received: Received): Promise<Acknowledgement> {
  const { given, receivedOn, lateReason, channel, againstUserId, enteredBy } = received;
  const code = newCode();
  const [id, number] = [engineOf(tx.db).newId(), await nextOfYear(tx, tables.objections, NUMBERED)];
  const { placeId } = notice;
  const staff = await tables.staff.select(tx, { noticeId: notice.id });
  const level = levelAtFirst(notice, staff, againstUserId);
  const { acceptDays, townshipDays } = await numbersAt(tx, placeId);
  const amount = level === 'community' ? acceptDays : townshipDays;
  const dueAt = await workingDaysAfter(tx, { placeId }, { day: lateReason === null ? receivedOn : localDateOf(tx.now), amount });
  const { name: objectorName, contact, note, people, text } = given;
  const from = {
    channel,
    receivedOn,
    receivedAt: tx.now,
    enteredById: enteredBy?.actor.userId ?? null,
    lateReason,
    againstUserId,
  };
  const head = { id, number, noticeId: notice.id, placeId, codeDigest: codeDigest('objection', code), level, dueAt };
  const data = { channel, people, level, dueAt, noticeId: notice.id };
  const by = enteredBy?.actor ?? null;
  const late = lateReason === null ? [] : await lateEvents(tx, notice, { receivedOn, by });
  const row = { ...BLANK, ...head, ...from, text, objectorName, contact, note, people, revision: 1 };
  const higher = await assureDecider(tx, { notice, objection: row, staff });
  const events = [{ kind: 'objection.received', data }, ...late, ...(higher ? [{ kind: `objection.${higher}`, data: {} }] : [])];
  await tables.objections.insert(tx, [{ ...row, revision: events.length }]);
  await journal.append(tx, id, by, events);
  await queueDue(tx, id, dueAt);
  if (lateReason !== null) await tellOfLate(tx, { notice, objection: row, staff });
  return { id, number, code };
}

/** Nothing that follows the notice happens while it is open; where it has happened, the journal says so. */
async function lateEvents(
  tx: Tx,
  { id }: NoticeRecord,
  { receivedOn, by }: { readonly receivedOn: string; readonly by: Actor | null },
): Promise<JournalEvent[]> {
  const { caseWentOn } = await noticeReopenings(tx.db).ask(tx, id, by ?? SYSTEM);
  const entered = { kind: 'objection.enteredLate', data: { receivedOn } };
  return caseWentOn ? [entered, { kind: CASE_WENT_ON, data: {} }] : [entered];
}

/** Whoever decides, and the level above, whoever of them is not objected against. */
async function tellOfLate(tx: Tx, { notice, objection, staff }: Late): Promise<void> {
  const deciding = staff.filter(({ post, userId }) => DECIDING.includes(post) && !isAgainst(userId, { notice, objection }));
  const { id, number } = objection;
  await tellPeople(tx, {
    key: `notice.objection:${id}:late`,
    receivers: deciding.map(({ userId }) => userId),
    url: `/admin/wuxin/objections/${id}`,
    text: 'objection.message.enteredLate',
    data: { number, title: notice.title },
  });
}

interface Late {
  readonly notice: NoticeRecord;
  readonly objection: ObjectionRecord;
  readonly staff: readonly StaffRecord[];
}

const DECIDING: readonly NoticePost[] = Object.values(DECIDES);

/** In the journal of an objection that was entered once its case had gone on. */
export const CASE_WENT_ON = 'objection.caseWentOn';

function levelAtFirst(notice: NoticeRecord, staff: readonly StaffRecord[], againstUserId: number | null) {
  return levelOf({ notice, staff, objection: { againstUserId, level: 'community', status: 'received' } });
}

type Blank = Omit<
  ObjectionRecord,
  | keyof Acknowledgement
  | 'noticeId' | 'placeId' | 'codeDigest' | 'level' | 'dueAt' | 'channel' | 'receivedOn' | 'receivedAt' | 'enteredById' | 'againstUserId'
  | 'lateReason' | 'text' | 'objectorName' | 'contact' | 'note' | 'people' | 'revision'
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
};
