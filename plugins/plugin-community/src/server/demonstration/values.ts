import { z } from 'zod';
import { findRows, type Reader } from '../rows';
import { dateAgo } from './moments';

const daysAgo = z.object({ $daysAgo: z.number().int() }).strict();
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
 * What a person would have entered. `{ "$daysAgo": 3 }` is a date; `{ "$rows": … }` are rows of a sub-table that are there
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
  const rows = existingRows.safeParse(value);
  if (!rows.success) return newRows(value, { reader, now, recordId });
  const { collection, foreignKey, set } = rows.data.$rows;
  const existing = await findRows(reader, collection, { filter: { [foreignKey]: recordId }, sort: ['id'] });
  return existing.map((row, index) => ({ id: row.get('id'), ...set[index] }));
}

/** Rows of a sub-table that the person adds may hold dates as well; everything else is what it says. */
async function newRows(value: unknown, surroundings: Surroundings): Promise<unknown> {
  const rows = z.array(z.record(z.string(), z.unknown())).safeParse(value);
  return rows.success ? Promise.all(rows.data.map((row) => enteredValues(row, surroundings))) : value;
}
