import { calendarFor, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { localDate, workingDaysBetween, type Calendar } from '@wuxin/workday';
import type { ObjectionRow } from '../../common/api';
import type { ObjectionRecord } from '../store';

export type DaysLeft = Pick<ObjectionRow, 'dueOn' | 'workingDaysLeft'>;

/** How long is left of each by its id, in the working days of its place; a calendar is read once for a place. */
export async function daysLeftOf(
  tx: Tx,
  rows: readonly Pick<ObjectionRecord, 'id' | 'placeId' | 'dueAt'>[],
): Promise<ReadonlyMap<string, DaysLeft>> {
  const calendars = new Map<string | null, Calendar>();
  const left = new Map<string, DaysLeft>();
  for (const { id, placeId, dueAt } of rows) {
    if (dueAt === null) continue;
    const calendar = calendars.get(placeId) ?? (await calendarFor(tx, placeId));
    calendars.set(placeId, calendar);
    const dueOn = localDateOf(dueAt - 1); // the moment that is too late is the first of the day after
    left.set(id, { dueOn, workingDaysLeft: workingDaysBetween(localDate(localDateOf(tx.now)), localDate(dueOn), calendar).days });
  }
  return left;
}
