import { Application, AppSupervisor, Gateway, type ApplicationOptions } from '@nocobase/server';
import { randomBytes } from 'node:crypto';
import { HttpClient } from './http-client';
import { installedDatabase, type InstalledDatabase } from './installed';
import { notePlugins } from './note-plugins';

export interface TestUser {
  readonly id: number;
}

/** A NocoBase application on a database of its own. Start one per test file (it takes a second or two) and stop it at the end. */
export class TestApp {
  private constructor(
    readonly app: Application,
    private readonly isGuest = false,
  ) {}

  /** @param options.logsSql as an installation with DB_LOGGING=on does; for tests of the logs themselves */
  static async start(options: { plugins: readonly string[]; logsSql?: boolean }): Promise<TestApp> {
    return new TestApp(await bootApp({ ...options, isFirst: true }));
  }

  /** On a database that an earlier build left, as an administrator upgrades and then starts it. */
  static async upgrade({ plugins }: { plugins: readonly string[] }): Promise<TestApp> {
    const upgrading = new Application(applicationOptions([]));
    await notePlugins(upgrading.db, plugins);
    await upgrading.runCommandThrowError('upgrade');
    await upgrading.destroy();
    const app = new Application(applicationOptions([]));
    await app.runCommandThrowError('start');
    return new TestApp(app);
  }

  /**
   * A further node on the same database; stop it before the first. SQLite is for one program: there it is the first itself,
   * and stopping it does nothing.
   */
  async secondNode(options: { plugins: readonly string[] }): Promise<TestApp> {
    if (process.env.DB_DIALECT === 'sqlite') return this;
    const app = new Application(applicationOptions(options.plugins));
    await app.runCommandThrowError('start');
    return new TestApp(app, true);
  }

  get db() {
    return this.app.db;
  }

  /** Requests as this person; without one, as nobody. */
  as(user?: TestUser): HttpClient {
    const token = user && this.app.authManager.jwt.sign({ userId: user.id, temp: true }, { expiresIn: '1d' });
    return new HttpClient(this.app.callback(), token);
  }

  async createUser(values: { username: string; nickname?: string; roles?: readonly string[] }): Promise<TestUser> {
    return userOf(await this.db.getRepository('users').create({ values: { password: '123456', ...values } }));
  }

  async rootUser(): Promise<TestUser> {
    return userOf(await this.db.getRepository('users').findOne({ filter: { username: 'nocobase' } }));
  }

  async stop(): Promise<void> {
    if (this.isGuest) return this.app.destroy();
    if (!this.app.db.closed()) await this.app.db.clean({ drop: true });
    await this.app.destroy();
    Gateway.getInstance().destroy();
    await AppSupervisor.getInstance().destroy();
  }
}

interface Boot {
  readonly plugins: readonly string[];
  readonly isFirst: boolean;
  readonly logsSql?: boolean;
}

/** Starts NocoBase on the database of the environment; the first time it is installed there, whatever was there before. */
export async function bootApp({ plugins, isFirst, logsSql = false }: Boot): Promise<Application> {
  const installed = isFirst ? installedDatabase(plugins) : undefined;
  if (isFirst && !(await installed?.restore())) await install(plugins, installed);
  const app = new Application(applicationOptions(plugins, logsSql));
  await app.runCommandThrowError('start');
  return app;
}

async function install(plugins: readonly string[], installed: InstalledDatabase | undefined): Promise<void> {
  const app = new Application(applicationOptions(plugins));
  await app.runCommandThrowError('install', '-f');
  await app.destroy();
  await installed?.keep();
}

/** A repository says `any`; a row of users has an id. */
function userOf(row: { get(name: string): unknown }): TestUser {
  return { id: Number(row.get('id')) };
}

function applicationOptions(plugins: readonly string[], logsSql = false): ApplicationOptions {
  return {
    name: `test-${randomBytes(4).toString('hex')}`,
    acl: true,
    registerActions: true,
    skipSupervisor: true,
    resourcer: { prefix: '/api' },
    plugins: [...plugins],
    database: { ...databaseOptions(), logging: logsSql },
  } as ApplicationOptions; // the declared type wants every optional part of the database options
}

function databaseOptions() {
  const { DB_DIALECT, DB_STORAGE, DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD, DB_TIMEZONE } = process.env;
  const connection =
    DB_DIALECT === 'sqlite'
      ? { storage: DB_STORAGE }
      : { host: DB_HOST, port: Number(DB_PORT), database: DB_DATABASE, username: DB_USER, password: DB_PASSWORD };
  return { dialect: DB_DIALECT, timezone: DB_TIMEZONE, ...connection };
}
