import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Installed databases of this run of jest: the first test file with these plugins and this content installs, all others begin with a
 * copy. Without a run of jest (`WUXIN_TEST_TEMPLATES`) each installs.
 */
export interface InstalledDatabase {
  /** Puts the copy in the place of whatever is there. @returns whether there is one */
  restore(): Promise<boolean>;
  /** Keeps what has just been installed; nothing may be connected to it. */
  keep(): Promise<void>;
}

const ASKED = ['WUXIN_CONTENT_PATH', 'WUXIN_DEMO', 'INIT_APP_LANG'];

export function installedDatabase(plugins: readonly string[]): InstalledDatabase | undefined {
  const folder = process.env.WUXIN_TEST_TEMPLATES;
  if (!folder) return undefined;
  const facts = JSON.stringify([plugins, ASKED.map((name) => process.env[name] ?? null)]);
  const key = createHash('sha1').update(facts).digest('hex').slice(0, 12);
  return process.env.DB_DIALECT === 'sqlite' ? inFile(join(folder, `${key}.sqlite`)) : inPostgres(key);
}

function inFile(template: string): InstalledDatabase {
  const file = process.env.DB_STORAGE ?? '';
  return {
    async restore() {
      if (!existsSync(template)) return false;
      for (const rest of ['', '-wal', '-shm']) rmSync(file + rest, { force: true });
      copyFileSync(template, file);
      return true;
    },
    async keep() {
      copyFileSync(file, `${template}.${process.pid}`);
      renameSync(`${template}.${process.pid}`, template); // two workers may have installed at once
    },
  };
}

function inPostgres(key: string): InstalledDatabase {
  const { DB_DATABASE: own = '', WUXIN_TEST_DATABASE: base = '' } = process.env;
  const template = `${base}_installed_${key}`;
  return {
    restore: () =>
      onServer(base, async (client) => {
        const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
        if (rows.length === 0) return false;
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(own)} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(own)} TEMPLATE ${client.escapeIdentifier(template)}`);
        return true;
      }),
    keep: () =>
      onServer(base, async (client) => {
        const making = `CREATE DATABASE ${client.escapeIdentifier(template)} TEMPLATE ${client.escapeIdentifier(own)}`;
        await client.query(making).catch((error: { code?: string }) => {
          if (error.code !== THERE_ALREADY && error.code !== UNIQUE) throw error; // the other worker was as fast
        });
      }),
  };
}

const THERE_ALREADY = '42P04';
const UNIQUE = '23505';

async function onServer<Result>(database: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const { DB_HOST: host, DB_PORT: port, DB_USER: user, DB_PASSWORD: password } = process.env;
  const client = new Client({ host, port: Number(port), database, user, password });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
