'use strict';
// npm run typecheck: one strict TypeScript project over packages, plugins and tests.
const { spawnSync } = require('node:child_process');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const tsc = require.resolve('typescript/bin/tsc', { paths: [root] });
const child = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(child.status ?? 1);
