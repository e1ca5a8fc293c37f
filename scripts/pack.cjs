'use strict';
// npm run pack: builds the plugins and makes a .tgz of each in storage/packages, to upload into an existing NocoBase.
const { execFileSync, spawnSync } = require('node:child_process');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();
const { ownPlugins } = require('./lib/env.cjs');

const built = spawnSync(process.execPath, [join(__dirname, 'build.cjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const destination = join(root, 'storage/packages');
mkdirSync(destination, { recursive: true });
for (const { dir } of ownPlugins()) {
  const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', destination], { cwd: dir, encoding: 'utf8' });
  console.log(join('storage/packages', file.trim()));
}
