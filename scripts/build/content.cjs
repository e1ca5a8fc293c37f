'use strict';
const { cpSync, existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Puts the procedures of the folder that package.json names as "content" into the plugin, so that a package brings them along. */
function copyContent(dir, out, { content }) {
  if (content === undefined) return;
  const source = resolve(dir, content);
  for (const name of readdirSync(source)) {
    if (existsSync(join(source, name, 'procedure.json'))) {
      cpSync(join(source, name), join(out, 'content', name), { recursive: true });
    }
  }
}

module.exports = { copyContent };
