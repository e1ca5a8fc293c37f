import type { Database } from '@nocobase/database';
import type { Transaction } from 'sequelize';

/** Reads as part of a transaction, or outside of any. */
export interface Reader {
  readonly db: Database;
  readonly transaction?: Transaction;
}

/** NocoBase types its rows as `any`; here their columns are unknown until somebody looks. */
export interface Row {
  get(column: string): unknown;
}

export type Values = Readonly<Record<string, unknown>>;

interface Query {
  readonly filter?: Values;
  readonly sort?: readonly string[];
  readonly limit?: number;
  /** Associations to be read with each row. */
  readonly appends?: readonly string[];
}

export async function findRows({ db, transaction }: Reader, collection: string, query: Query = {}): Promise<readonly Row[]> {
  return (await db.getRepository(collection).find({ ...query, transaction } as object)) as Row[]; // typed `any` by NocoBase
}

export async function findRow(reader: Reader, collection: string, filter: Values): Promise<Row | undefined> {
  return (await findRows(reader, collection, { filter, limit: 1 }))[0];
}

export async function countRows({ db, transaction }: Reader, collection: string): Promise<number> {
  return db.getRepository(collection).count({ transaction });
}

/** Creates a row; its `values` may hold associations by their foreign keys. */
export async function createRow({ db, transaction }: Reader, collection: string, values: Values): Promise<Row> {
  return (await db.getRepository(collection).create({ values: { ...values }, transaction })) as Row; // typed `any` by NocoBase
}

export async function createRows({ db, transaction }: Reader, collection: string, rows: readonly Values[]): Promise<void> {
  await db.getModel(collection).bulkCreate(
    rows.map((row) => ({ ...row })),
    { transaction },
  );
}

/** A column as text; empty for what is missing. Keys may come as numbers or as text, depending on the database. */
export function text(row: Row, column: string): string {
  const value = row.get(column);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
