'use strict';
// What the browser tests need of the operating system. Nothing is installed here: the person decides.
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

// Debian's browser without its own window parts, which would each take a process; the whole one does as well.
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const CHROMIUM = process.env.CHROMIUM_PATH || BROWSERS.find(existsSync) || BROWSERS[0];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env.HOME ?? '/root', '.fonts')];

function hasFileBelow(folder, pattern) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((file) => pattern.test(String(file)));
}

/** @returns {string[]} names of Debian packages that are not there */
function missingPackages() {
  const missing = [];
  if (!existsSync(CHROMIUM)) missing.push('chromium-headless-shell');
  // Without a Chinese font every character is a box, and widths in the layout are wrong.
  if (!FONT_FOLDERS.some((folder) => hasFileBelow(folder, /(cjk|sourcehan|wqy|sc-)/i))) missing.push('fonts-noto-cjk');
  return missing;
}

module.exports = { CHROMIUM, missingPackages };
