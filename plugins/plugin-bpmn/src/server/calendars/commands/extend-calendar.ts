import type { Actor } from '../../runtime/actor';
import { conflict } from '../../runtime/errors';
import { isLocalDate } from '../../runtime/local-date';
import type { Tx } from '../../runtime/tx';
import { writeDays } from '../change';
import { updateCalendar } from '../store';
import { NATIONAL, type CalendarDayChange } from '../types';

export interface CalendarExtension {
  /** Every day of the new stretch that differs from the plain week. */
  readonly days: readonly CalendarDayChange[];
  /** Up to here the calendar is then known. */
  readonly coveredUntil: string;
}

/**
 * Enters the holidays of the next year as soon as they are announced: deadlines up to the new end are then certain.
 *
 * Who may: administrators. From: a calendar that ends earlier. Deadlines that were provisional stay as they are until
 * somebody computes them again.
 */
export async function extendCalendar(tx: Tx, actor: Actor, { days, coveredUntil }: CalendarExtension): Promise<void> {
  const calendar = await writeDays(tx, actor, null, days);
  const isLater = isLocalDate(coveredUntil) && coveredUntil > (calendar.coveredUntil ?? '');
  if (!isLater) throw conflict('calendar.notLater', { coveredUntil: calendar.coveredUntil });
  await updateCalendar(tx, NATIONAL, { coveredUntil });
}
