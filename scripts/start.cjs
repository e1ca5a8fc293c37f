'use strict';
// npm start: installs what is missing, builds the plugins, then installs or upgrades the database and starts NocoBase.
// `--built` is for who has built them already.
const { spawn, spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();

const watch = process.argv.includes('--watch');
if (!process.argv.includes('--built')) {
  const built = spawnSync(process.execPath, [join(__dirname, 'build.cjs')], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

require('./lib/env.cjs').prepareEnvironment();
const { announceWhenReady } = require('./lib/announce.cjs');

const app = join(process.env.APP_PACKAGE_ROOT, 'lib/index.js');
const quiet = join(__dirname, 'lib/quiet.cjs');
console.log('启动 NocoBase，首次约一分钟 / starting NocoBase, which takes about a minute the first time …');
const server = spawn(process.execPath, ['--no-node-snapshot', '--require', quiet, app, 'start', '--quickstart'], {
  cwd: root,
  stdio: 'inherit',
});
const watcher = watch && spawn(process.execPath, [join(__dirname, 'build.cjs'), '--watch'], { cwd: root, stdio: 'inherit' });
const stopAnnouncing = announceWhenReady(process.env.APP_PORT);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => {
  stopAnnouncing();
  if (watcher) watcher.kill();
  process.exit(code ?? (signal ? 1 : 0));
});
