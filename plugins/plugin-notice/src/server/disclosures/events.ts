import { badInput, conflict, engineOf, forbidden, localDateOf, notFound, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { EventBody } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type DutyRecord } from '../store';
import { freshDisclosure } from './fresh';
import { inForceOn } from './open';
import { chainTo, mayStaffAt, reachOf } from './reach';
import { strictest } from './strictness';

/** Something that has to be disclosed. */
export interface DisclosedEvent {
  /** Key of a duty that comes with the software (`residents.approval`), or the id of one. */
  readonly duty: { readonly key: string } | { readonly id: string };
  readonly placeId: string;
  /** What happened, as it is shown: no personal data. */
  readonly matter: string;
  readonly happenedOn: string;
  /** Of what happened; the same event is entered once. */
  readonly eventId: string;
  readonly by: { readonly userId: number; readonly name: string } | null;
}

/**
 * For other plugins and processes: enters an event of a duty that depends on events, in their transaction.
 *
 * @example await discloseEvent(tx, { duty: { key: 'residents.approval' }, placeId, matter, happenedOn, eventId: instanceId, by: null })
 * @throws not found: no such duty; conflict: it is out of use, not of events, or does not hold at the place
 */
export async function discloseEvent(tx: Tx, event: DisclosedEvent): Promise<{ id: string; isNew: boolean }> {
  const duty = await tables.duties.find(tx, { ...event.duty, tightensId: null });
  if (!duty) throw notFound('disclosure.dutyUnknown');
  if (!duty.isInUse || duty.cadence !== 'onEvent') throw conflict('disclosure.notOfEvents');
  const way = (await placesOf(tx.db).chainOf(tx, event.placeId)).map(({ id }) => id);
  const dueDays = await dueDaysAt(tx, duty, way, event.happenedOn);
  const { placeId, matter, happenedOn } = event;
  const period = `event:${event.eventId}`;
  const fresh = freshDisclosure(tx, duty, { placeId, period, matter, happenedOn, dueDays });
  await tables.disclosures.insertNew(tx, [fresh]);
  const [kept] = await tables.disclosures.select(tx, { dutyId: duty.id, placeId, period });
  const id = kept?.id ?? fresh.id;
  const isNew = id === fresh.id;
  if (isNew) await journal.append(tx, id, event.by, [{ kind: 'disclosure.recorded', data: { dutyId: duty.id, happenedOn } }]);
  return { id, isNew };
}

async function dueDaysAt(tx: Tx, duty: DutyRecord, way: readonly string[], day: string): Promise<number> {
  if (way.length === 0) throw badInput('disclosure.placeUnknown');
  if (duty.placeId !== null && !way.includes(duty.placeId)) throw conflict('disclosure.holdsElsewhere');
  const tightenings = await tables.duties.select(tx, { tightensId: duty.id, placeId: way, isInUse: true });
  return strictest(duty, inForceOn(tightenings, way, day)).dueDays;
}

/** Staff of the place and above it enter what happened there, not before it has. */
export async function recordEvent(tx: Tx, who: Who, { dutyId, eventId, ...event }: EventBody): Promise<{ id: string }> {
  if (event.matter.trim() === '') throw badInput('disclosure.matterMissing');
  if (event.happenedOn > localDateOf(tx.now)) throw badInput('disclosure.notYet');
  if (!mayStaffAt(await reachOf(tx, who), await chainTo(tx, event.placeId))) throw forbidden('disclosure.mayNotDraft');
  const named = { ...event, duty: { id: dutyId }, eventId: eventId ?? engineOf(tx.db).newId(), by: who.actor };
  const { id } = await discloseEvent(tx, named);
  return { id };
}
