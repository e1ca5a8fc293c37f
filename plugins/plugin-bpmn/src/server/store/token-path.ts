import { QueryTypes } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { TokenRecord } from './rows';
import type { RawRow } from './table';
import { tables } from './tables';

/** How far up one statement looks: to the process from a vote, also in a sub-process. Each level more costs every step some time to plan. */
const LEVELS = 4;

/** A token and those around it, up to the process scope: found by their keys, however many others the instance has. */
export async function tokenPath(tx: Tx, tokenId: string): Promise<TokenRecord[]> {
  const path: TokenRecord[] = [];
  for (let next: string | null = tokenId; next !== null; ) {
    const found: TokenRecord[] = await levelsUp(tx, next);
    path.push(...found);
    next = found.at(-1)?.parentId ?? null;
  }
  return path;
}

/** Joins instead of a recursion, which PostgreSQL takes for a hundred rows: it would rather read a table of some thousand whole. */
async function levelsUp({ db, transaction }: Tx, tokenId: string): Promise<TokenRecord[]> {
  const { tokens } = tables;
  const table = tokens.quoted(db);
  const levels = Array.from({ length: LEVELS }, (_, level) => `level${level}`);
  const column = (level: number, name: 'id' | 'parentId') => tokens.column(db, `level${level}`, name);
  const joins = levels
    .slice(1)
    .map((around, below) => `LEFT JOIN ${table} AS ${around} ON ${column(below + 1, 'id')} = ${column(below, 'parentId')}`);
  const [row] = await db.sequelize.query<RawRow>(
    `SELECT ${levels.map((level) => tokens.columnsOf(db, level)).join(', ')}
     FROM ${table} AS level0 ${joins.join(' ')} WHERE ${column(0, 'id')} = ${db.sequelize.escape(tokenId)}`,
    { type: QueryTypes.SELECT, transaction },
  );
  return row ? levels.filter((level) => row[`${level}_id`] !== null).map((level) => tokens.pick(row, level)) : [];
}
