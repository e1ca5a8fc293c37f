import { chinaCalendar } from '@wuxin/workday';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { findDays, insertCalendar, lockCalendar, replacePublishedDays, updateCalendar } from './store';
import { NATIONAL, type CalendarDayRecord } from './types';

/**
 * Writes the holidays that came with this version of the software into the tables. To be called at every installation and
 * upgrade: the same data again changes nothing. What administrators said stays and wins; coverage that they extended is
 * not taken back.
 */
export async function seedCalendars(tx: Tx): Promise<void> {
  const { name, coveredFrom, coveredUntil } = chinaCalendar;
  const known = await lockCalendar(tx, NATIONAL);
  const rows = publishedRows();
  if (!known) {
    await insertCalendar(tx, {
      key: NATIONAL,
      name,
      placeId: null,
      coveredFrom,
      coveredUntil,
      revision: engineOf(tx.db).newId(),
    });
    return replacePublishedDays(tx, NATIONAL, rows);
  }
  const stored = (await findDays(tx, [NATIONAL])).filter(({ origin }) => origin === 'published');
  if (fingerprint(stored) === fingerprint(rows)) return;
  const reaches = known.coveredUntil !== null && known.coveredUntil > coveredUntil ? known.coveredUntil : coveredUntil;
  await updateCalendar(tx, NATIONAL, { coveredFrom, coveredUntil: reaches, revision: engineOf(tx.db).newId() });
  await replacePublishedDays(tx, NATIONAL, rows);
}

function publishedRows(): readonly CalendarDayRecord[] {
  const byNobody = { setAt: null, setById: null, setByName: null } as const;
  return [...chinaCalendar.days].map(([date, day]) => ({
    calendarKey: NATIONAL,
    date,
    ...day,
    origin: 'published',
    ...byNobody,
  }));
}

function fingerprint(rows: readonly CalendarDayRecord[]): string {
  return rows
    .map(({ date, kind, name, source }) => [date, kind, name, source].join('|'))
    .sort()
    .join('\n');
}
