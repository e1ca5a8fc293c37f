'use strict';
// npm test [-- JEST ARGUMENTS]: installs what is missing and runs all jest tests (packages, server, client).
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
const child = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(child.status ?? 1);
