import { z } from 'zod';
import { findRow, findRows, type Reader } from '../rows';
import { dateAgo, nearestDay } from './moments';

const daysAgo = z.object({ $daysAgo: z.number().int() }).strict();
/** A day of the year as `MM-DD`: the last one until now, or the next one. */
const lastDay = z.object({ $last: z.string() }).strict();
const nextDay = z.object({ $next: z.string() }).strict();
const user = z.object({ $user: z.string() }).strict();
const place = z.object({ $place: z.string() }).strict();
const existingRows = z
  .object({
    $rows: z.object({ collection: z.string(), foreignKey: z.string(), set: z.array(z.record(z.string(), z.unknown())) }).strict(),
  })
  .strict();

interface Surroundings {
  readonly reader: Reader;
  readonly now: number;
  readonly recordId: string;
}

/**
 * What a person would have entered. `{ "$daysAgo": 3 }` is a date, `{ "$last": "12-20" }` and `{ "$next": "12-20" }` are the nearest such
 * days; `{ "$user": … }` and `{ "$place": … }` are picked by user name and code; `{ "$rows": … }` are rows of a sub-table that are there
 * already, in their order, with columns that the person fills in.
 */
export async function enteredValues(
  data: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Promise<Record<string, unknown>> {
  const entries = Object.entries(data).map(async ([field, value]) => [field, await entered(value, surroundings)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function entered(value: unknown, { reader, now, recordId }: Surroundings): Promise<unknown> {
  const date = daysAgo.safeParse(value);
  if (date.success) return dateAgo(now, date.data.$daysAgo);
  const last = lastDay.safeParse(value);
  if (last.success) return nearestDay(now, last.data.$last, 'last');
  const next = nextDay.safeParse(value);
  if (next.success) return nearestDay(now, next.data.$next, 'next');
  const person = user.safeParse(value);
  if (person.success) return keyOf(reader, 'users', { username: person.data.$user });
  const where = place.safeParse(value);
  if (where.success) return keyOf(reader, 'places', { code: where.data.$place });
  const rows = existingRows.safeParse(value);
  if (!rows.success) return newRows(value, { reader, now, recordId });
  const { collection, foreignKey, set } = rows.data.$rows;
  const existing = await findRows(reader, collection, { filter: { [foreignKey]: recordId }, sort: ['id'] });
  const filledIn = await Promise.all(existing.map((_row, index) => enteredValues(set[index] ?? {}, { reader, now, recordId })));
  return existing.map((row, index) => ({ id: row.get('id'), ...filledIn[index] }));
}

async function keyOf(reader: Reader, collection: string, filter: Readonly<Record<string, string>>): Promise<number> {
  return Number((await findRow(reader, collection, filter))?.get('id'));
}

/** Rows of a sub-table that the person adds may hold dates as well; everything else is what it says. */
async function newRows(value: unknown, surroundings: Surroundings): Promise<unknown> {
  const rows = z.array(z.record(z.string(), z.unknown())).safeParse(value);
  return rows.success ? Promise.all(rows.data.map((row) => enteredValues(row, surroundings))) : value;
}
