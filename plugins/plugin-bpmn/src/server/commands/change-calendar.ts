import {
  addClosing,
  calendarKeyOf,
  dropClosing,
  extendCalendar,
  NATIONAL,
  setCalendarDay,
  type CalendarDayChange,
  type CalendarExtension,
  type ClosingRecord,
  type NewClosing,
  type PendingChange,
} from '../calendars';
import { onAnotherDay, recalculate, type Recalculation } from '../deadlines';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { noteSettingChange, type SettingChange } from '../setting-changes';
import { moveDeadlines } from './move-deadlines';

export interface DayToSet extends CalendarDayChange {
  readonly placeId: string | null;
}

/**
 * Sets a day as {@link setCalendarDay} does, and moves the deadlines of open tasks with it: reminders, escalations and outcomes
 * that lie ahead go along, what has happened does not happen again. Who may: as there.
 */
export async function changeCalendarDay(tx: Tx, actor: Actor, { placeId, ...day }: DayToSet): Promise<Recalculation> {
  const effect = await recalculate(tx, { placeId, days: [day] });
  await setCalendarDay(tx, actor, { placeId, ...day });
  await moveDeadlines(tx, actor, effect.moved);
  await noteSettingChange(tx, actor, ['calendar', calendarKeyOf(placeId)], changeOf(day, onAnotherDay(effect).length));
  return effect;
}

/** Extends the national calendar as {@link extendCalendar} does; provisional deadlines of open tasks become certain, and move. */
export async function lengthenCalendar(tx: Tx, actor: Actor, extension: CalendarExtension): Promise<Recalculation> {
  const change: PendingChange = { placeId: null, ...extension };
  const effect = await recalculate(tx, change);
  await extendCalendar(tx, actor, extension);
  await moveDeadlines(tx, actor, effect.moved);
  const { days, coveredUntil } = extension;
  const noted = { kind: 'calendarExtended', coveredUntil, days: days.length, moved: onAnotherDay(effect).length } as const;
  await noteSettingChange(tx, actor, ['calendar', NATIONAL], noted);
  return effect;
}

/** Adds a closing as {@link addClosing} does, and moves the deadlines of open tasks at the place and below. Who may: as there. */
export async function closePlace(tx: Tx, actor: Actor, { placeId, ...closing }: NewClosing): Promise<Recalculation> {
  const effect = await recalculate(tx, { placeId, days: [], closing });
  await addClosing(tx, actor, { placeId, ...closing });
  await moveDeadlines(tx, actor, effect.moved);
  await noteSettingChange(tx, actor, ['calendar', calendarKeyOf(placeId)], closingChange('closingAdded', closing, effect));
  return effect;
}

/** Takes a closing back as {@link dropClosing} does, and moves the deadlines of open tasks at the place and below. Who may: as there. */
export async function reopenPlace(
  tx: Tx,
  actor: Actor,
  { placeId, closing }: { readonly placeId: string; readonly closing: string },
): Promise<Recalculation> {
  const effect = await recalculate(tx, { placeId, days: [], withoutClosing: closing });
  const dropped = await dropClosing(tx, actor, placeId, closing);
  await moveDeadlines(tx, actor, effect.moved);
  await noteSettingChange(tx, actor, ['calendar', calendarKeyOf(placeId)], closingChange('closingRemoved', dropped, effect));
  return effect;
}

function closingChange(
  kind: 'closingAdded' | 'closingRemoved',
  { from, until, kind: day, weekday, name, source }: Omit<NewClosing, 'placeId'> | ClosingRecord,
  effect: Recalculation,
): SettingChange {
  return { kind, from, until, day, weekday, name: name.trim(), source: source.trim(), moved: onAnotherDay(effect).length };
}

function changeOf({ date, kind, name, source }: CalendarDayChange, moved: number): SettingChange {
  if (kind === 'plain') return { kind: 'dayCleared', date, moved };
  return { kind: 'daySet', date, day: kind, name: name.trim(), source: source.trim(), moved };
}
