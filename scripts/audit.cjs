'use strict';
// npm run audit -- verify [--json]: checks every invariant of the database that DB_* names (or of `npm start`), without writing to it.
// Ends with 0 when all hold, with 1 when a row breaks one and names the first, with 2 when it could not check.
const { existsSync, mkdtempSync, rmSync, writeSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { spawnSync } = require('node:child_process');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

const [command, ...options] = process.argv.slice(2);
if (command !== 'verify' || options.some((option) => option !== '--json')) {
  console.error('usage: npm run audit -- verify [--json]');
  process.exit(2);
}
installWhatIsMissing();
const { ownPlugins, prepareEnvironment } = require('./lib/env.cjs');

function buildOnce() {
  if (ownPlugins().every(({ dir }) => existsSync(join(dir, 'dist/server/index.js')))) return;
  const built = spawnSync(process.execPath, [join(__dirname, 'build.cjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('the plugins could not be built');
}

/** Whatever loads cannot write: the database itself refuses. Sequelize runs no hook when it opens a connection to SQLite. */
function readOnly(db) {
  if (db.sequelize.getDialect() !== 'sqlite') return;
  const manager = db.sequelize.connectionManager;
  const getConnection = manager.getConnection.bind(manager);
  manager.getConnection = async (options) => {
    const connection = await getConnection(options);
    const refuseWrites = (resolve, reject) =>
      connection.run('PRAGMA query_only = ON', (error) => (error ? reject(error) : resolve()));
    await new Promise(refuseWrites);
    return connection;
  };
}

function mustExist({ dialect, storage }) {
  if (dialect === 'sqlite' && !existsSync(storage)) throw new Error(`there is no database ${storage}`);
}

async function verify() {
  require('node:events').defaultMaxListeners = 50; // as many plugins listen to one application
  process.env.PGOPTIONS = [process.env.PGOPTIONS, '-c default_transaction_read_only=on'].filter(Boolean).join(' ');
  const { Application } = require('@nocobase/server');
  const { getConfig } = require('@nocobase/app/lib/config');
  const config = await getConfig();
  mustExist(config.database);
  const app = new Application({ ...config, name: 'audit', skipSupervisor: true, logger: undefined });
  readOnly(app.db);
  await app.load();
  const { auditText, engineOf, verifyDatabase } = require('@wuxin/plugin-bpmn');
  const report = await verifyDatabase(engineOf(app.db));
  const text = options.includes('--json') ? JSON.stringify(report) : auditText(report, localeOf(process.env.INIT_APP_LANG));
  writeSync(1, `${text}\n`);
  return report.isWhole ? 0 : 1;
}

const localeOf = (language) => (language?.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN');

async function main() {
  const logs = mkdtempSync(join(tmpdir(), 'wuxin-audit-'));
  Object.assign(process.env, { LOGGER_BASE_PATH: logs, LOGGER_SILENT: 'true', WUXIN_WORKER: 'off' });
  try {
    buildOnce();
    prepareEnvironment();
    return await verify();
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(2);
  },
);
