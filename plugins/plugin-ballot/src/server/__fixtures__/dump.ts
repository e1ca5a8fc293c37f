import type { Database } from '@nocobase/database';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryTypes } from 'sequelize';

/** A row with what the database itself notes of it: where it lies, which transaction wrote it and which one locked it last. */
export type DumpedRow = Readonly<Record<string, unknown>>;
export type Dump = ReadonlyMap<string, readonly DumpedRow[]>;

const isPostgres = (db: Database): boolean => db.sequelize.getDialect() === 'postgres';

const read = <Row extends object>(db: Database, sql: string): Promise<Row[]> =>
  db.sequelize.query<Row>(sql, { type: QueryTypes.SELECT, raw: true });

/** Every row of every table, in the order in which they lie, as somebody with all rights on the database sees them. */
export async function dumpOf(db: Database): Promise<Dump> {
  const names = isPostgres(db)
    ? await read<{ name: string }>(db, `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`)
    : await read<{ name: string }>(
        db,
        `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY 1`,
      );
  const hidden = isPostgres(db) ? 'ctid::text AS _at, xmin::text AS _written, xmax::text AS _locked' : 'rowid AS _at';
  const order = isPostgres(db) ? 'ctid' : 'rowid';
  const rows = await Promise.all(
    names.map(
      async ({ name }): Promise<[string, DumpedRow[]]> => [
        name,
        await read(db, `SELECT ${hidden}, t.* FROM "${name}" t ORDER BY ${order}`),
      ],
    ),
  );
  return new Map(rows);
}

/** What a backup holds: the text of pg_dump, or the bytes of a SQLite file and its log. */
export function backupOf(db: Database): string {
  const { DB_STORAGE = '', DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = process.env;
  if (!isPostgres(db)) {
    return ['', '-wal'].map((rest) => (existsSync(DB_STORAGE + rest) ? readFileSync(DB_STORAGE + rest, 'latin1') : '')).join('');
  }
  const server = [`--host=${DB_HOST}`, `--port=${DB_PORT}`, `--username=${DB_USER}`, `--dbname=${DB_DATABASE}`];
  const env = { ...process.env, PGPASSWORD: DB_PASSWORD };
  return execFileSync(pgDump(), server, { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Debian keeps PostgreSQL's own programs in a folder for each version. */
function pgDump(): string {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((one, other) => Number(other) - Number(one)) : [];
  return versions[0] ? join(folder, versions[0], 'bin/pg_dump') : 'pg_dump';
}

/** Every text and number in a row, also inside JSON that is kept as text. */
export function valuesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn);
  if (typeof value === 'string' && /^[[{]/.test(value)) return valuesInJson(value);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function valuesInJson(text: string): string[] {
  try {
    return valuesIn(JSON.parse(text));
  } catch {
    return [text]; // a text that begins like JSON
  }
}
