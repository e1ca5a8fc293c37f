'use strict';
// TypeScript and ES-module packages to CommonJS with esbuild: types are checked by `npm run typecheck`, not by each test run.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');
const esbuild = require('esbuild');

const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.js': 'js', '.mjs': 'js', '.jsx': 'jsx' };
const OWN_SOURCE = readFileSync(__filename);

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha1').update(OWN_SOURCE).update(esbuild.version).update(path).update(source).digest('hex');
  },
  process(source, path) {
    return esbuild.transformSync(source, {
      loader: LOADERS[extname(path)] ?? 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: 'inline',
      sourcefile: path,
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    });
  },
};
