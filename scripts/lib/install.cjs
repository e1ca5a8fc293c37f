'use strict';
// Installs npm packages when the lock file has changed since the last time. Uses nothing that has to be installed first.
const { createHash } = require('node:crypto');
const { execSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const stamp = join(root, 'node_modules/.wuxin-installed');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Leaves `node_modules` as package-lock.json says; does nothing when it already is. */
function installWhatIsMissing() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Wuxin needs Node 20 or newer; this is ${process.version}`);
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing npm packages (about a minute and a half the first time) …');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync(stamp, wanted);
}

module.exports = { installWhatIsMissing, root };
