'use strict';
// npm run lint [-- ESLINT ARGUMENTS]: ESLint with the import directions of the layout, then Prettier.
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const tool = (name, file) => join(dirname(require.resolve(`${name}/package.json`, { paths: [root] })), file);
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
// Both, so that one run tells everything.
const statuses = [
  run([tool('eslint', 'bin/eslint.js'), '.', '--max-warnings=0', ...process.argv.slice(2)]),
  run([tool('prettier', 'bin/prettier.cjs'), '--check', '.', '--log-level=warn']),
];
process.exit(Math.max(...statuses));
