'use strict';
// npm run upgrade-database -- NAME [PLUGIN]: plays cases with this build and stores the databases, on SQLite or on the PostgreSQL that
// DB_* names, for the upgrade.test.ts beside them to continue from now on. PLUGIN: only the one that this plugin keeps. For a build of
// the past, copy this file, test/harness and the folders that it names to it.
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { root } = require('./lib/install.cjs');

const PLUGINS = ['plugin-bpmn', 'plugin-ballot', 'plugin-community'];
const makerOf = (plugin) => `<rootDir>/plugins/${plugin}/src/server/upgrade/__fixtures__/make.ts`;

const [name, plugin] = process.argv.slice(2);
if (!/^[\w.-]+$/.test(name ?? '') || (plugin && !PLUGINS.includes(plugin))) {
  console.error(`usage: npm run upgrade-database -- NAME [${PLUGINS.join('|')}]`);
  process.exit(2);
}
const { projects } = require('../jest.config.cjs');
const server = projects.find(({ displayName }) => displayName === 'server');
const config = { ...server, rootDir: root, testMatch: (plugin ? [plugin] : PLUGINS).map(makerOf), testTimeout: 900_000 };
const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
const child = spawnSync(process.execPath, [jest, '--runInBand', '--config', JSON.stringify(config)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WUXIN_UPGRADE_BUILD: name },
});
process.exit(child.status ?? 1);
