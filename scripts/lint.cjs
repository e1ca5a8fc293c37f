'use strict';
// npm run lint [-- ESLINT ARGUMENTS]: ESLint with the import directions of the layout, then Prettier. On a developer's machine
// files that have not changed are taken from the last run; CI looks at all of them.
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const tool = (name, file) => join(dirname(require.resolve(`${name}/package.json`, { paths: [root] })), file);
const cache = (name) =>
  process.env.CI ? [] : ['--cache', `--cache-location=node_modules/.cache/wuxin/${name}`, '--cache-strategy=content'];
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
// Both, so that one run tells everything.
const statuses = [
  run([tool('eslint', 'bin/eslint.js'), '.', '--max-warnings=0', ...cache('eslint'), ...process.argv.slice(2)]),
  run([tool('prettier', 'bin/prettier.cjs'), '--check', '.', '--log-level=warn', ...cache('prettier')]),
];
process.exit(Math.max(...statuses));
