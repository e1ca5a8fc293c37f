import { Application, type ApplicationOptions } from '@nocobase/server';
import { activityTypesOf, type Engine, engineOf, serviceHandlersOf, serviceType, verifyDatabase } from '@wuxin/plugin-bpmn';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BASE_PLUGINS } from '../harness/base-plugins';
import { notePlugins } from '../harness/note-plugins';

const PLUGINS = [...BASE_PLUGINS, '@wuxin/plugin-bpmn'];

/**
 * One NocoBase node of our server plugin, with its worker, as a process of its own: `host.cjs install|serve|audit`. Tells its
 * parent where it listens; ends when it is killed.
 */
async function main(role: string | undefined): Promise<void> {
  const app = new Application(applicationOptions());
  app.on('afterLoad', () => equip(app));
  switch (role) {
    case 'install':
      await app.runCommandThrowError('install', '-f');
      await notePlugins(app.db, PLUGINS); // for the programs that look at this database later
      return tell({ kind: 'done' });
    case 'serve':
      await app.runCommandThrowError('start');
      return listen(app);
    case 'audit':
      await app.load();
      return tell({ kind: 'audited', report: await verifyDatabase(engineOf(app.db)) });
    default:
      throw new TypeError('usage: host.cjs install|serve|audit');
  }
}

function tell(message: object): void {
  process.send?.(message);
}

/** An outside service that is told the idempotency key, and a clock that all hosts share. */
function equip({ db }: Application): void {
  activityTypesOf(db).registerOnce(serviceType('effect'));
  serviceHandlersOf(db).set('effect', async ({ idempotencyKey, elementId, variables }) => {
    const effect = [textOf(variables.key), elementId, textOf(variables.item)].join(' ');
    const body = JSON.stringify({ key: idempotencyKey, effect, host: Number(process.env.CRASH_HOST) });
    const answer = await fetch(String(process.env.CRASH_EFFECTS), { method: 'POST', body });
    if (!answer.ok) throw new Error(`the effect was answered with ${answer.status}`);
    return { kind: 'done', variables: {} };
  });
  hasten(engineOf(db));
}

const textOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

function hasten(engine: Engine): void {
  const { CRASH_SINCE, CRASH_SPEED, CRASH_AHEAD = 0 } = process.env;
  const [since, speed, ahead] = [Number(CRASH_SINCE), Number(CRASH_SPEED), Number(CRASH_AHEAD)];
  engine.clock = { now: () => Math.round(since + (Date.now() - since) * speed + ahead) };
}

async function listen(app: Application): Promise<void> {
  const root: { get(name: string): unknown } = await app.db.getRepository('users').findOne({ filter: { username: 'nocobase' } });
  const token = app.authManager.jwt.sign({ userId: Number(root.get('id')), temp: true }, { expiresIn: '1d' });
  const server = createServer((...exchange) => void app.callback()(...exchange));
  server.listen(0, '127.0.0.1', () => tell({ kind: 'ready', port: (server.address() as AddressInfo).port, token })); // it listens on a port
}

function applicationOptions(): ApplicationOptions {
  const { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD, DB_TIMEZONE } = process.env;
  const database = { host: DB_HOST, port: Number(DB_PORT), database: DB_DATABASE, username: DB_USER, password: DB_PASSWORD };
  return {
    name: 'crash',
    acl: true,
    registerActions: true,
    skipSupervisor: true,
    resourcer: { prefix: '/api' },
    plugins: PLUGINS,
    database: { dialect: 'postgres', logging: false, timezone: DB_TIMEZONE, ...database },
  } as ApplicationOptions; // the declared type wants every optional part of the database options
}

main(process.argv[2]).then(
  () => process.argv[2] === 'serve' || process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
