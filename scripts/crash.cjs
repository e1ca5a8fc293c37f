'use strict';
// npm run crash -- --kills 50 --instances 300 --seed 1: builds the plugin, runs it in two processes on the PostgreSQL that DB_* names
// and kills them at random while they work. See docs/reliability.md.
const { spawn, spawnSync } = require('node:child_process');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

if (process.env.DB_DIALECT !== 'postgres') {
  console.error('The hosts share a PostgreSQL database: set DB_DIALECT=postgres DB_HOST DB_PORT DB_USER DB_PASSWORD.');
  process.exit(2);
}
installWhatIsMissing();

const built = spawnSync(process.execPath, [join(__dirname, 'build.cjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(built.status ?? 1);

const outdir = join(root, 'node_modules/.cache/wuxin/crash');
mkdirSync(outdir, { recursive: true });
require('esbuild').buildSync({
  entryPoints: ['index', 'host'].map((name) => join(root, 'test/crash', `${name}.ts`)),
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  tsconfig: join(root, 'tsconfig.json'),
  external: ['pg', '@nocobase/*', '@wuxin/plugin-*'],
});

// hosts are servers as people run them, not test files
Object.assign(process.env, { NODE_ENV: 'production', APP_ENV: 'production', WUXIN_WORKER: 'on' });
require('../test/env.cjs');
const child = spawn(process.execPath, ['--enable-source-maps', join(outdir, 'index.cjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
