import type { ReadTx } from '@wuxin/plugin-bpmn';
import { QueryTypes } from 'sequelize';
import { tables } from './tables';

type Bound = readonly (string | number)[];

/**
 * Statements of the voter's door. Values are bound, so that what a database writes down of a statement that fails holds none of them; and neither
 * the values nor the statement go to a log of ours, whatever DB_LOGGING says.
 */
const unlogged = (bind: Bound, transaction: ReadTx['transaction']) => ({
  bind: [...bind],
  logging: false as const,
  raw: true,
  transaction,
});

export const readUnlogged = <Row extends object>({ db, transaction }: ReadTx, sql: string, bind: Bound): Promise<Row[]> =>
  db.sequelize.query<Row>(sql, { type: QueryTypes.SELECT, ...unlogged(bind, transaction) });

export async function writeUnlogged({ db, transaction }: ReadTx, sql: string, bind: Bound): Promise<void> {
  await db.sequelize.query(sql, { type: QueryTypes.RAW, ...unlogged(bind, transaction) });
}

type Name = keyof typeof tables;
type ColumnOf<N extends Name> = (typeof tables)[N] extends { select(...given: never[]): Promise<(infer Row)[]> }
  ? keyof Row & string
  : never;

/** A table and its columns as SQL that is written by hand names them. */
export const tableIn = ({ db }: ReadTx, name: Name): string => tables[name].quoted(db);
export const columnIn = <N extends Name>({ db }: ReadTx, name: N, column: ColumnOf<N>): string =>
  tables[name].columnIn(db, column);

/** `$1, $2, …` for so many values. */
export const places = (count: number, first = 1): string =>
  Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');
