import type { Actor } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { writeDays } from '../change';
import { updateCalendar } from '../store';
import { NATIONAL, type CalendarDayChange } from '../types';

/**
 * Writes what a notice on holidays says into the calendar of the whole country.
 *
 * Who may: administrators. From: any state; days that the notice does not name stay as they are, and coverage never becomes
 * shorter. It changes no deadline that is computed already.
 */
export async function takeArrangement(
  tx: Tx,
  actor: Actor,
  { days, coveredUntil }: { readonly days: readonly CalendarDayChange[]; readonly coveredUntil?: string },
): Promise<void> {
  await writeDays(tx, actor, null, days);
  if (coveredUntil !== undefined) await updateCalendar(tx, NATIONAL, { coveredUntil });
}
