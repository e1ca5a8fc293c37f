'use strict';
// npm run upgrade-database -- NAME: plays cases with this build and stores the database, on SQLite or on the PostgreSQL that DB_*
// names, for upgrade.test.ts to continue from now on. For a build of the past, copy this file and the folder that it names to it.
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { root } = require('./lib/install.cjs');

const MAKER = 'plugins/plugin-bpmn/src/server/upgrade/__fixtures__/make.ts';

const [name] = process.argv.slice(2);
if (!/^[\w.-]+$/.test(name ?? '')) {
  console.error('usage: npm run upgrade-database -- NAME');
  process.exit(2);
}
const { projects } = require('../jest.config.cjs');
const server = projects.find(({ displayName }) => displayName === 'server');
const config = { ...server, rootDir: root, testMatch: [`<rootDir>/${MAKER}`], testTimeout: 900_000 };
const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
const child = spawnSync(process.execPath, [jest, '--runInBand', '--config', JSON.stringify(config)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WUXIN_UPGRADE_BUILD: name },
});
process.exit(child.status ?? 1);
