import { QueryTypes } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { TokenRecord } from './rows';
import type { RawRow } from './table';
import { tables } from './tables';

/** A token and those around it, up to the process scope: found by their keys, however many others the instance has. */
export async function tokenPath({ db, transaction }: Tx, tokenId: string): Promise<TokenRecord[]> {
  const { tokens } = tables;
  const [table, id] = [tokens.quoted(db), db.sequelize.escape(tokenId)];
  const idAndParent = (alias: string) => `${tokens.column(db, alias, 'id')}, ${tokens.column(db, alias, 'parentId')}`;
  const rows = await db.sequelize.query<RawRow>(
    `SELECT ${tokens.columnsOf(db, 'token')} FROM ${table} AS token WHERE ${tokens.column(db, 'token', 'id')} IN (
       WITH RECURSIVE path (id, parent) AS (
         SELECT ${idAndParent('first')} FROM ${table} AS first WHERE ${tokens.column(db, 'first', 'id')} = ${id}
         UNION ALL
         SELECT ${idAndParent('around')} FROM path JOIN ${table} AS around ON ${tokens.column(db, 'around', 'id')} = path.parent
       ) SELECT path.id FROM path)`,
    { type: QueryTypes.SELECT, transaction },
  );
  return rows.map((row) => tokens.pick(row, 'token'));
}
