import type { DisclosureClass, DisclosureRow, PlaceRef } from '../../common/api';
import { dayAfter } from '../shared';
import type { CalendarApi } from './api';
import { CLASSES } from './texts';

/** So many days ahead somebody can still prepare what is due. */
export const DAYS_AHEAD = 30;

export interface Outlook {
  /** Null: there is no place whose calendar the reader may open. */
  readonly place: PlaceRef | null;
  readonly counts: Readonly<Record<DisclosureClass, { readonly overdue: number; readonly due: number }>>;
  /** What is overdue, the longest first, then what is due soon. */
  readonly rows: readonly DisclosureRow[];
  readonly total: number;
}

const NONE = { overdue: 0, due: 0 };
const NOWHERE: Outlook = { place: null, counts: { party: NONE, residents: NONE, finance: NONE }, rows: [], total: 0 };

/** What is overdue and what is due soon at a place; without one at the reader's own. */
export async function outlookAt(api: CalendarApi, placeId: string | undefined, shown: number): Promise<Outlook> {
  const at = placeId ?? (await api.places(''))[0]?.id;
  if (at === undefined) return NOWHERE;
  const { today, rows, total, groups } = await api.overdue({ placeId: at, pageSize: shown });
  const until = dayAfter(today, DAYS_AHEAD);
  const years = [...new Set([today, until].map((day) => Number(day.slice(0, 4))))];
  const calendars = await Promise.all(years.map((year) => api.year(at, year)));
  const due = calendars
    .flatMap((calendar) => calendar.rows.filter(({ state, dueOn }) => state === 'due' && dueOn <= until))
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const countsOf = (of: DisclosureClass) => ({
    overdue: groups.reduce((sum, { counts }) => sum + counts[of], 0),
    due: due.filter((row) => row.class === of).length,
  });
  const [party, residents, finance] = CLASSES.map(countsOf);
  return {
    place: calendars[0]?.place ?? null,
    counts: { party: party ?? NONE, residents: residents ?? NONE, finance: finance ?? NONE },
    rows: [...rows, ...due].slice(0, shown),
    total: total + due.length,
  };
}
