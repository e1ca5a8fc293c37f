'use strict';
// node scripts/notice.cjs [--check]: writes the list of bundled packages in NOTICE from what the bundler takes in, or checks it.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { bundledPackages } = require('./lib/bundled.cjs');
const { root } = require('./lib/install.cjs');

const FILE = join(root, 'NOTICE');
const BEGIN = '--- bundled packages: written by scripts/notice.cjs ---';
const END = '--- end of bundled packages ---';

function lineOf({ name, license, copyright }) {
  if (!license) throw new Error(`${name} names no licence: it cannot be bundled`);
  return `${name} (${license.replace(/^\((.*)\)$/, '$1')})${copyright ? `\n    ${copyright}` : ''}`;
}

function withList(text, packages) {
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error('NOTICE has lost the marks of its list');
  return `${text.slice(0, before + BEGIN.length)}\n${packages.map(lineOf).join('\n')}\n${text.slice(after)}`;
}

async function main() {
  const text = readFileSync(FILE, 'utf8');
  const wanted = withList(text, await bundledPackages());
  if (wanted === text) return;
  if (!process.argv.includes('--check')) return writeFileSync(FILE, wanted);
  console.error('NOTICE does not name what the plugins bundle: run `node scripts/notice.cjs` and look at the difference.');
  process.exit(1);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
