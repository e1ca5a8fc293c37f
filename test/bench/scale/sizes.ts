import type { Database } from '@nocobase/database';
import { QueryTypes } from 'sequelize';

/** What one table takes of the disk. */
export interface TableSize {
  readonly name: string;
  readonly tableBytes: number;
  readonly indexBytes: number;
  readonly rows: number;
}

/** A column with its values' length, or an index with its size, for each row of the history. */
export interface HistoryPart {
  readonly name: string;
  readonly bytesPerRow: number;
}

/** Every table of ours that has rows, after a VACUUM ANALYZE; the big ones first. */
export async function tableSizes(db: Database): Promise<TableSize[]> {
  const rows = await db.sequelize.query<Record<'name' | 'tableBytes' | 'indexBytes' | 'rows', string>>(
    `SELECT c.relname AS name, pg_table_size(c.oid) AS "tableBytes", pg_indexes_size(c.oid) AS "indexBytes", c.reltuples AS rows
     FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE 'bpmn%' AND c.relnamespace = current_schema()::regnamespace AND c.reltuples > 0
     ORDER BY pg_total_relation_size(c.oid) DESC`,
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ name, ...sizes }) => ({
    name,
    tableBytes: Number(sizes.tableBytes),
    indexBytes: Number(sizes.indexBytes),
    rows: Number(sizes.rows),
  }));
}

/** As many rows stand for all: the copies are alike. */
const SAMPLE = 50_000;

/** What a row of history consists of: its columns and, for each row, its share of every index. */
export async function historyParts(db: Database): Promise<HistoryPart[]> {
  const columns = await db.sequelize.query<{ name: string; bytes: string }>(
    `SELECT key AS name, avg(value::int) AS bytes FROM (SELECT * FROM "bpmnHistory" LIMIT ${SAMPLE}) h
     CROSS JOIN LATERAL jsonb_each_text(${await columnLengths(db)}) GROUP BY key`,
    { type: QueryTypes.SELECT },
  );
  const indexes = await db.sequelize.query<{ name: string; bytes: string }>(
    `SELECT 'index ' || (SELECT string_agg(a.attname, ', ' ORDER BY k.position) FROM unnest(i.indkey) WITH ORDINALITY k(attnum, position)
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum) AS name,
            pg_relation_size(i.indexrelid)::numeric / c.reltuples::numeric AS bytes
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relname = 'bpmnHistory' AND c.relnamespace = current_schema()::regnamespace`,
    { type: QueryTypes.SELECT },
  );
  return [...columns, ...indexes]
    .map(({ name, bytes }) => ({ name, bytesPerRow: Number(bytes) }))
    .sort((a, b) => b.bytesPerRow - a.bytesPerRow);
}

/** SQL that makes an object of the lengths of all columns of `h`. */
async function columnLengths(db: Database): Promise<string> {
  const columns = await db.sequelize.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'bpmnHistory'`,
    { type: QueryTypes.SELECT },
  );
  return `jsonb_build_object(${columns.map(({ name }) => `'${name}', COALESCE(pg_column_size(h."${name}"), 0)`).join(', ')})`;
}
