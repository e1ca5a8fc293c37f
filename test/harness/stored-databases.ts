import type { Database } from '@nocobase/database';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';

const { DB_DIALECT, DB_STORAGE = '', DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = process.env;
const isSqlite = DB_DIALECT === 'sqlite';
const ENDING = isSqlite ? '.sqlite.gz' : '.sql.gz';
const GZIP = { level: 9 };

/** A folder of databases that builds have left, one for each dialect: a SQLite file, or SQL for PostgreSQL, both compressed. */
export class StoredDatabases {
  constructor(private readonly folder: string) {}

  /** Names of the builds that left a database for the dialect of this run. */
  builds(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length));
  }

  /** Puts the database of a build in the place of the one that this run may use; nothing has opened it yet. */
  async restore(build: string): Promise<void> {
    const content = gunzipSync(readFileSync(this.fileOf(build)));
    if (!isSqlite) return restoreSql(content.toString());
    for (const ending of ['-wal', '-shm']) rmSync(DB_STORAGE + ending, { force: true });
    writeFileSync(DB_STORAGE, content);
  }

  /** Keeps the database under the name of the build that made it, without anybody's password. */
  async store(db: Database, build: string): Promise<void> {
    await db.sequelize.query('UPDATE "users" SET "password" = NULL');
    const content = isSqlite ? await sqliteFile(db) : Buffer.from(dump());
    writeFileSync(this.fileOf(build), gzipSync(content, GZIP));
  }

  private fileOf(build: string): string {
    return join(this.folder, build + ENDING);
  }
}

async function restoreSql(sql: string): Promise<void> {
  const client = new Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function sqliteFile(db: Database): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-upgrade-'));
  try {
    const file = join(folder, 'copy.sqlite');
    await db.sequelize.query(`VACUUM INTO '${file}'`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows as INSERT statements, which a driver understands; lines for psql itself are left out. */
function dump(): string {
  const options = ['--no-owner', '--no-privileges', '--rows-per-insert=100', `--dbname=${DB_DATABASE}`];
  const server = [`--host=${DB_HOST}`, `--port=${DB_PORT}`, `--username=${DB_USER}`];
  const env = { ...process.env, PGPASSWORD: DB_PASSWORD };
  const sql = execFileSync(pgDump(), [...server, ...options], { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return sql.replace(/^\\.*$/gm, '');
}

/** Debian keeps PostgreSQL's own programs in a folder for each version. */
function pgDump(): string {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((one, other) => Number(other) - Number(one)) : [];
  return versions[0] ? join(folder, versions[0], 'bin/pg_dump') : 'pg_dump';
}
