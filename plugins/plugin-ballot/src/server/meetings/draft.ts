import { badInput, engineOf, forbidden, nextOfYear, placesOf, SYSTEM, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingBody } from '../../common/api';
import { act } from '../acts';
import { appendJournal } from '../journal';
import type { Who } from '../rights';
import { meetingTypeOf } from '../rules';
import { tables, type MeetingRecord } from '../store';
import { writeStaff } from './staff';

/** What is asked of a meeting; of a process that waits for it, with the case and the token. */
export interface MeetingAsked extends MeetingBody {
  readonly instanceId?: string;
  readonly tokenId?: string;
  /** The first day on which the process lets it be held. */
  readonly notBefore?: string | null;
}

/** By a person. @throws forbidden `ballot.mayNotCall` */
export async function callMeeting(tx: Tx, who: Who, body: MeetingBody): Promise<{ id: string }> {
  if (!who.mayCall) throw forbidden('ballot.mayNotCall');
  const hasPost = body.staff.some(({ userId }) => userId === who.actor.userId);
  // whoever prepares it sees it again
  const own = hasPost || who.isAdministrator ? [] : [{ userId: who.actor.userId, post: 'minuteTaker' as const }];
  return createMeeting(tx, who.actor, { ...body, staff: [...body.staff, ...own] });
}

/** Part of a command that has asked who may: a meeting that is being prepared. */
export async function createMeeting(tx: Tx, by: ActorOrSystem, asked: MeetingAsked): Promise<{ id: string }> {
  const before = asked.reconvenes === undefined ? null : await reconvened(tx, asked.reconvenes);
  await assertFits(tx, asked);
  const actor = by === SYSTEM ? null : by;
  const id = engineOf(tx.db).newId();
  const row: MeetingRecord = {
    id,
    number: await nextOfYear(tx, tables.meetings, { digits: 4 }),
    ...plannedOf(asked),
    status: 'draft',
    noticeOn: null,
    openedAt: null,
    closedAt: null,
    minutes: null,
    reconvenesId: before?.id ?? null,
    reconvenedTimes: before ? before.reconvenedTimes + 1 : 0,
    instanceId: asked.instanceId ?? null,
    tokenId: asked.tokenId ?? null,
    notBefore: asked.notBefore ?? null,
    publicKey: null,
    keyDrawnAt: null,
    slipsDrawn: 0,
    revision: 1,
    createdAt: tx.now,
    createdById: actor?.userId ?? null,
    createdByName: actor?.name ?? null,
  };
  await tables.meetings.insert(tx, [row]);
  await writeStaff(tx, id, asked.staff);
  await appendJournal(tx, id, actor, [{ kind: 'created', data: { type: row.typeKey } }]);
  return { id };
}

export function updateMeeting(tx: Tx, who: Who, id: string, body: Partial<Omit<MeetingBody, 'reconvenes'>>): Promise<void> {
  return act(tx, who, ['ballotMeetings:update', id], async (locked) => {
    const { typeKey, title, placeId, plannedAt, venue, agenda } = locked.meeting;
    const planned = { typeKey, title, placeId, plannedAt, venue, agenda: [...agenda], ...body };
    await assertFits(tx, planned);
    locked.change(plannedOf(planned));
    if (body.staff) await writeStaff(tx, id, body.staff);
    locked.note('updated');
  });
}

/** Somebody fell ill: whoever does what changes while the meeting is held, too. */
export function setStaff(
  tx: Tx,
  who: Who,
  id: string,
  { staff, reason }: Pick<MeetingBody, 'staff'> & { reason: string },
): Promise<void> {
  return act(tx, who, ['ballotMeetings:setStaff', id], async (locked) => {
    if (reason.trim() === '') throw badInput('ballot.reasonMissing');
    await writeStaff(tx, id, staff);
    locked.note('staffChanged', { reason: reason.trim() });
  });
}

const plannedOf = ({ typeKey, title, placeId = null, plannedAt, venue, agenda }: Omit<MeetingBody, 'staff' | 'reconvenes'>) => ({
  typeKey,
  title: title.trim(),
  placeId,
  plannedAt,
  venue: venue.trim(),
  agenda,
});

async function assertFits(
  tx: Tx,
  { typeKey, title, placeId = null }: Pick<MeetingBody, 'typeKey' | 'title' | 'placeId'>,
): Promise<void> {
  await meetingTypeOf(tx, typeKey);
  if (title.trim() === '') throw badInput('ballot.titleMissing');
  if (placeId !== null && (await placesOf(tx.db).chainOf(tx, placeId)).length === 0) throw badInput('ballot.placeUnknown');
}

/** The meeting to which too few came: only one follows it. */
async function reconvened(tx: Tx, id: string): Promise<MeetingRecord> {
  const before = await tables.meetings.find(tx, { id }, { forUpdate: true });
  if (before?.status !== 'notHeld') throw badInput('ballot.notReconvenable');
  const following = await tables.meetings.select(tx, { reconvenesId: id });
  if (following.some(({ status }) => status !== 'cancelled')) throw badInput('ballot.reconvenedAlready');
  return before;
}
