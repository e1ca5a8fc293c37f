'use strict';
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const SKIPPED_FOLDERS = new Set(['__tests__', '__fixtures__']);
const isTest = (name) => /\.(test|spec)\.[jt]sx?$/.test(name) || name.endsWith('.d.ts');

/** All files below a folder that belong into a build. */
function filesBelow(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesBelow(path);
    return isTest(entry.name) ? [] : [path];
  });
}

module.exports = { filesBelow };
