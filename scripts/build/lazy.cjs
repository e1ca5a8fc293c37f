'use strict';
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { root } = require('../lib/install.cjs');

const hashOf = (files) =>
  files
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);

/**
 * Native ES modules, loaded with `import()` only where needed; NocoBase serves them without Cache-Control, so the address
 * carries a hash. They cannot see the host's react and antd.
 * @returns {Promise<Record<string, string>>} hash by module key
 */
async function buildLazyModules(dir, out, manifest, options) {
  const hashes = {};
  for (const [key, entry] of Object.entries(manifest.lazyModules ?? {})) {
    const result = await esbuild.build({
      entryPoints: { [key]: join(dir, entry) },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2020',
      outdir: join(out, 'client-v2'),
      outExtension: { '.js': '.mjs' },
      minify: !options.watch,
      metafile: true,
      logLevel: 'warning',
      legalComments: 'eof',
      tsconfig: join(root, 'tsconfig.json'),
      loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
      assetNames: '[name]-[hash]',
    });
    hashes[key] = hashOf(Object.keys(result.metafile.outputs).sort());
  }
  return hashes;
}

module.exports = { buildLazyModules };
