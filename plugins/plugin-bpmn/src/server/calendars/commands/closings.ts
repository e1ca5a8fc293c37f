import { mayChangeAt } from '../../places';
import type { Actor } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { badInput, forbidden, notFound } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { calendarToChange } from '../change';
import { findClosing, insertClosing, lockCalendar, removeClosing, updateCalendar } from '../store';
import { calendarKeyOf, mustBeDates } from '../pending';
import type { ClosingRecord } from '../types';

export interface NewClosing {
  readonly placeId: string;
  readonly kind: ClosingRecord['kind'];
  readonly from: string;
  readonly until: string;
  readonly weekday: number | null;
  /** Why, for people: 盘点, 周六延时服务. */
  readonly name: string;
  /** Where it is written. */
  readonly source: string;
}

/**
 * Closes a place, and what lies below it, for a stretch of days or one weekday of it; or opens it while others rest.
 *
 * Who may: administrators, and who works there or above. It changes no deadline that is computed already, and no other closing.
 *
 * @throws bad input `calendar.badDate`, `calendar.badClosing`, `calendar.noSource`, `place.notFound`
 */
export async function addClosing(tx: Tx, actor: Actor, { placeId, ...closing }: NewClosing): Promise<void> {
  if (!(await mayChangeAt(tx, actor, placeId))) throw forbidden('calendar.notYourPlace');
  mustBeDates({ placeId, days: [], closing });
  if (closing.name.trim() === '' || closing.source.trim() === '') throw badInput('calendar.noSource', { date: closing.from });
  const { key } = await calendarToChange(tx, placeId);
  const engine = engineOf(tx.db);
  const by = { setAt: tx.now, setById: actor.userId, setByName: actor.name };
  const said = { name: closing.name.trim(), source: closing.source.trim() };
  await insertClosing(tx, { ...closing, ...said, ...by, id: engine.newId(), calendarKey: key });
  await updateCalendar(tx, key, { revision: engine.newId() });
}

/**
 * Takes a closing back, as if it had never been.
 *
 * Who may: as for {@link addClosing}. It changes no deadline that is computed already. @throws not found `calendar.noClosing`
 */
export async function dropClosing(tx: Tx, actor: Actor, placeId: string, id: string): Promise<ClosingRecord> {
  if (!(await mayChangeAt(tx, actor, placeId))) throw forbidden('calendar.notYourPlace');
  const key = calendarKeyOf(placeId);
  await lockCalendar(tx, key);
  const closing = await findClosing(tx, id);
  if (closing?.calendarKey !== key) throw notFound('calendar.noClosing');
  await removeClosing(tx, id);
  await updateCalendar(tx, key, { revision: engineOf(tx.db).newId() });
  return closing;
}
