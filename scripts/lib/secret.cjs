'use strict';
// A signing key of this installation's own, made once: no key stands in the repository.
const { randomBytes } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { root } = require('./install.cjs');

const file = join(root, 'storage/app-key');

/** @returns {string} the key that signs session tokens; lost keys only sign everybody out */
function applicationKey() {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

module.exports = { applicationKey };
