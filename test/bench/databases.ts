import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database to measure on, as the environment that NocoBase reads. */
export interface BenchDatabase {
  readonly name: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

export function sqliteDatabase(): BenchDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-bench-'));
  const env = { DB_DIALECT: 'sqlite', DB_STORAGE: join(folder, 'bench.sqlite'), STORAGE_PATH: folder };
  return { name: 'SQLite', version: 'SQLite in a file (WAL)', env, stop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The one that DB_* name, else a cluster of this run's own, with everything as PostgreSQL comes: durable. Undefined: none here. */
export async function postgresDatabase(): Promise<BenchDatabase | undefined> {
  if (process.env.DB_DIALECT === 'postgres') {
    const given = Object.entries(process.env).filter(([name]) => name.startsWith('DB_'));
    return {
      name: 'PostgreSQL',
      version: 'PostgreSQL of DB_*',
      env: Object.fromEntries(given) as Record<string, string>,
      stop: () => undefined,
    }; // set variables are text
  }
  const bin = newestBin();
  return bin === undefined ? undefined : ownCluster(bin);
}

function newestBin(): string | undefined {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(folder, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

async function ownCluster(bin: string): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-bench-pg-'));
  const data = join(folder, 'data');
  const port = await freePort();
  giveToPostgres(folder, data);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=512MB -c max_wal_size=4GB`;
  asPostgres(join(bin, 'initdb'), ['-D', data, '-U', 'wuxin', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-l', join(data, 'server.log'), '-w', '-t', '60', 'start', '-o', settings]);
  asPostgres(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'wuxin', 'wuxin']);
  return {
    name: 'PostgreSQL',
    version: `PostgreSQL ${versionOf(bin)} (durable, shared_buffers 512 MB)`,
    env: {
      DB_DIALECT: 'postgres',
      DB_HOST: '127.0.0.1',
      DB_PORT: String(port),
      DB_DATABASE: 'wuxin',
      DB_USER: 'wuxin',
      DB_PASSWORD: 'wuxin',
      STORAGE_PATH: folder,
    },
    stop() {
      asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', '-t', '30', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const versionOf = (bin: string): string =>
  /\d+\.\d+/.exec(execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown';

const isRoot = process.getuid?.() === 0;
const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root. */
function giveToPostgres(folder: string, data: string): void {
  mkdirSync(data);
  if (!isRoot) return;
  chmodSync(folder, 0o755);
  chownSync(data, idOf('-u'), idOf('-g'));
}

function asPostgres(command: string, args: readonly string[]): void {
  const identity = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  execFileSync(command, args, { stdio: 'ignore', ...identity });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
