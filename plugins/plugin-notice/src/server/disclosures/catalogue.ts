import { badInput, conflict, engineOf, localDateOf, notFound, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { DutyBody, TighteningBody } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type DutyRecord } from '../store';
import { assertKeepDays } from './keep';
import { assertMayChangeAt, chainTo } from './reach';
import { dutiesAt } from './store';
import { isNowhereLaxer, strictest, type Strictness } from './strictness';

const MAX_DAYS = 366;

/** Administrators add duties for everywhere, staff for their place and below. It owes its next period first. */
export async function addDuty(tx: Tx, who: Who, body: DutyBody): Promise<{ id: string }> {
  await assertMayChangeAt(tx, who, body.placeId);
  await assertSane(tx, body, body.placeId);
  const id = engineOf(tx.db).newId();
  const own = { id, key: null, tightensId: null, openedOn: null, isInUse: true, shippedDigest: null };
  await tables.duties.insert(tx, [{ ...own, ...saidIn(body), startsOn: localDateOf(tx.now), ...changedBy(tx, who) }]);
  await note(tx, who, id, 'duty.added');
  return { id };
}

/** Who may change what holds where it holds; disclosures that are in the calendar already stay as they are. */
export async function changeDuty(tx: Tx, who: Who, id: string, body: Omit<DutyBody, 'placeId'>): Promise<void> {
  const duty = await lockedDuty(tx, id);
  await assertMayChangeAt(tx, who, duty.placeId);
  if (duty.tightensId !== null) throw conflict('disclosure.isTightening');
  if ((duty.cadence === 'onEvent') !== (body.cadence === 'onEvent')) throw conflict('disclosure.otherCadence');
  await assertSane(tx, body, duty.placeId);
  await tables.duties.update(tx, { id }, { ...saidIn({ ...body, placeId: duty.placeId }), ...changedBy(tx, who) });
  await note(tx, who, id, 'duty.changed');
}

/** Out of use: nothing more becomes due; into use again: its next period is owed first. */
export async function setDutyInUse(tx: Tx, who: Who, id: string, isInUse: boolean): Promise<void> {
  const duty = await lockedDuty(tx, id);
  await assertMayChangeAt(tx, who, duty.placeId);
  if (duty.isInUse === isInUse) return;
  const again = isInUse ? { startsOn: localDateOf(tx.now) } : {};
  await tables.duties.update(tx, { id }, { isInUse, ...again, ...changedBy(tx, who) });
  await note(tx, who, id, isInUse ? 'duty.used' : 'duty.retired');
}

/**
 * A lower place makes a duty from above stricter, for itself and below, from the next period on. What is laxer than anything above
 * it is refused; when what is above becomes stricter later, that holds.
 */
export async function tightenDuty(tx: Tx, who: Who, dutyId: string, body: TighteningBody): Promise<{ id: string }> {
  const duty = await lockedDuty(tx, dutyId);
  await assertMayChangeAt(tx, who, body.placeId);
  if (duty.tightensId !== null || !duty.isInUse) throw conflict('disclosure.notTightenable');
  const above = (await chainTo(tx, body.placeId)).map(({ id }) => id).slice(0, -1);
  if (duty.placeId !== null && !above.includes(duty.placeId)) throw conflict('disclosure.notTightenable');
  await assertSane(tx, body, body.placeId);
  const kept = await tables.duties.select(tx, { tightensId: dutyId, placeId: [...above, body.placeId] });
  const held = strictest(duty, kept.filter(({ isInUse, placeId }) => isInUse && placeId !== body.placeId)); // prettier-ignore
  const said = strictnessOf(body);
  if (!isNowhereLaxer(said, held)) throw badInput('disclosure.laxer', { days: held.dueDays });
  const own = kept.find(({ placeId }) => placeId === body.placeId);
  const fresh = { ...said, isInUse: true, startsOn: own?.isInUse ? own.startsOn : localDateOf(tx.now), ...changedBy(tx, who) };
  const id = own?.id ?? engineOf(tx.db).newId();
  const like = { ...duty, id, key: null, tightensId: dutyId, placeId: body.placeId, openedOn: null, shippedDigest: null };
  if (own) await tables.duties.update(tx, { id }, fresh);
  else await tables.duties.insert(tx, [{ ...like, ...fresh }]);
  await note(tx, who, id, 'duty.tightened', { dutyId });
  return { id };
}

async function lockedDuty(tx: Tx, id: string): Promise<DutyRecord> {
  const duty = await tables.duties.find(tx, { id }, { forUpdate: true });
  if (!duty) throw notFound('disclosure.dutyUnknown');
  return duty;
}

async function assertSane(tx: Tx, { dueDays, keepDays }: Strictness, placeId: string | null): Promise<void> {
  if (dueDays > MAX_DAYS) throw badInput('disclosure.dueDays', { days: MAX_DAYS });
  await assertKeepDays(tx, keepDays, placeId);
}

const strictnessOf = ({ cadence, dueDays, keepDays }: Strictness): Strictness => ({ cadence, dueDays, keepDays });

const saidIn = ({ placeId, class: of, title, titleEn, source, sourceEn, certainty, ...rest }: DutyBody) => ({
  ...{ placeId, class: of, title, titleEn, source, sourceEn, certainty },
  ...strictnessOf(rest),
});

const changedBy = (tx: Tx, { actor }: Who) => ({
  changedAt: tx.now,
  changedById: actor.userId,
  changedByName: actor.name,
});

const note = (tx: Tx, { actor }: Who, id: string, kind: string, data: Readonly<Record<string, string>> = {}) =>
  journal.append(tx, id, actor, [{ kind, data }]);

/** Duties and what makes them stricter, on the way down to a place (null: those that hold everywhere, of every place). */
export async function dutiesOnWay(tx: Tx, placeId: string | null): Promise<DutyRecord[]> {
  const way = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  return dutiesAt(tx, placeId === null ? null : way);
}
