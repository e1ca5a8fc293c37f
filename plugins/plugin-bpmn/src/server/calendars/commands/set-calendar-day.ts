import type { Actor } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { writeDays } from '../change';
import type { CalendarDayChange } from '../types';

/**
 * Makes one day a day of rest, a working day, or nothing special, for the whole country (null) or for a place and what
 * lies below it.
 *
 * Who may: administrators; for a place also who works there or above. It changes no deadline that is computed already, and
 * never what was published.
 */
export async function setCalendarDay(
  tx: Tx,
  actor: Actor,
  { placeId, ...change }: CalendarDayChange & { readonly placeId: string | null },
): Promise<void> {
  await writeDays(tx, actor, placeId, [change]);
}
