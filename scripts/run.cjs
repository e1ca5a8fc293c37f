'use strict';
// node scripts/run.cjs FILE.ts [ARG …]: bundles one TypeScript file with esbuild and runs it with Node.
const { spawnSync } = require('node:child_process');
const { join, resolve } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.cjs FILE.ts [ARG …]');
// named by its whole path: two index.ts may run at the same time
const outfile = join(root, 'node_modules/.cache/wuxin', `${file.replace(/\.ts$/, '').replace(/[\\/]/g, '-')}.cjs`);

require('esbuild').buildSync({
  entryPoints: [resolve(root, file)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  tsconfig: join(root, 'tsconfig.json'),
  external: ['sqlite3', 'pg', 'sequelize', 'supertest', '@nocobase/*', '@wuxin/plugin-*', 'bpmn-engine'],
});
const child = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
process.exit(child.status ?? 1);
