'use strict';
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { root } = require('../lib/install.cjs');

/**
 * A page of its own ("page" in the plugin's package.json: a folder with page.html, style.css and main.ts) as one file: it loads nothing else, so that the
 * hashes of its script and its style say everything that may run in it.
 */
async function buildPage(dir, out, { page }, options = {}) {
  if (page === undefined) return;
  const source = join(dir, page);
  const bundled = await esbuild.build({
    entryPoints: [join(source, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    // phones of some years ago
    target: ['chrome80', 'safari14'],
    minify: !options.watch,
    logLevel: 'warning',
    legalComments: 'none',
    external: ['node:*', 'crypto', 'fs', 'path'],
    tsconfig: join(root, 'tsconfig.json'),
  });
  const style = esbuild.transformSync(readFileSync(join(source, 'style.css'), 'utf8'), { loader: 'css', minify: true });
  const html = readFileSync(join(source, 'page.html'), 'utf8')
    // by functions: what is put in may hold signs that a replacement text gives a meaning
    .replace('/* style */', () => style.code.trim())
    .replace('/* script */', () => bundled.outputFiles[0].text.trim());
  const folder = join(out, page.split('/').at(-1));
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
}

module.exports = { buildPage };
