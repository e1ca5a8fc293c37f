'use strict';
// npm run lint [-- ESLINT ARGUMENTS]: ESLint with the import directions of the layout, circles of imports, and Prettier, side by
// side. On a developer's machine files that have not changed are taken from the last run; CI looks at all of them.
const { spawn } = require('node:child_process');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const tool = (name, file) => join(dirname(require.resolve(`${name}/package.json`, { paths: [root] })), file);
const cache = (name) =>
  process.env.CI ? [] : ['--cache', `--cache-location=node_modules/.cache/wuxin/${name}`, '--cache-strategy=content'];
const run = (...args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('exit', (code) => resolve(code ?? 1));
  });

// All of them, so that one run tells everything.
Promise.all([
  run(tool('eslint', 'bin/eslint.js'), '.', '--max-warnings=0', ...cache('eslint'), ...process.argv.slice(2)),
  run(join(__dirname, 'lint/cycles.cjs')),
  run(tool('prettier', 'bin/prettier.cjs'), '--check', '.', '--log-level=warn', ...cache('prettier')),
]).then((statuses) => process.exit(Math.max(...statuses)));
