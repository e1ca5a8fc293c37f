'use strict';
// Which packages of others lie inside the built plugins, read from what the bundler really takes in.
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { hostModules } = require('../build/client.cjs');
const { providedByHost } = require('../build/server.cjs');
const { ownPlugins } = require('./env.cjs');
const { root } = require('./install.cjs');

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  outdir: join(root, 'node_modules/.cache/wuxin/notice'),
  logLevel: 'silent',
  tsconfig: join(root, 'tsconfig.json'),
  external: ['/static/*'],
  loader: {
    '.bpmn': 'text',
    '.svg': 'dataurl',
    '.png': 'dataurl',
    '.woff2': 'empty',
    '.woff': 'empty',
    '.ttf': 'empty',
    '.eot': 'empty',
  },
};

/** The same three builds as scripts/build, without writing anything. */
function buildsOf({ dir, manifest }) {
  const server = {
    platform: 'node',
    format: 'cjs',
    entryPoints: [join(dir, 'src/server/index.ts')],
    plugins: [providedByHost(new Set())],
  };
  const page = {
    platform: 'browser',
    format: 'cjs',
    entryPoints: [join(dir, 'src/client-v2/index.tsx')],
    plugins: [hostModules(new Set())],
  };
  const lazy = {
    platform: 'browser',
    format: 'esm',
    entryPoints: Object.values(manifest.lazyModules ?? {}).map((entry) => join(dir, entry)),
  };
  return [server, page, lazy].filter(({ entryPoints }) => entryPoints.length > 0 && entryPoints.every(existsSync));
}

/** The innermost package of a path: `…/node_modules/@scope/name/file.js`. */
function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match ? join(root, match[1]) : undefined;
}

function copyrightOf(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s/*]+/, '').trim())
    .find((line) => /^(©|copyright\b.*(\d{4}|\(c\)))/i.test(line));
}

function describePackage(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  return {
    name: manifest.name,
    license: manifest.license,
    copyright: copyrightOf(folder) ?? (author ? `Copyright ${author}` : undefined),
  };
}

/** @returns {Promise<{ name: string, license: string, copyright?: string }[]>} by name, each once */
async function bundledPackages() {
  const folders = new Set();
  for (const build of ownPlugins().flatMap(buildsOf)) {
    const { metafile } = await esbuild.build({ ...COMMON, ...build });
    for (const input of Object.keys(metafile.inputs)) folders.add(packageFolder(input));
  }
  folders.delete(undefined);
  const packages = new Map([...folders].map(describePackage).map((found) => [found.name, found]));
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The client of each plugin that every page loads, without the lazy modules.
 * @returns {Promise<{ plugin: string, bytes: number, inputs: string[] }[]>}
 */
async function clientBundles() {
  const plugins = ownPlugins().filter(({ dir }) => existsSync(join(dir, 'src/client-v2/index.tsx')));
  return Promise.all(
    plugins.map(async (plugin) => {
      const page = buildsOf(plugin).find(({ entryPoints: [entry] }) => entry.endsWith('client-v2/index.tsx'));
      const { metafile } = await esbuild.build({ ...COMMON, ...page, minify: true, target: 'es2020', jsx: 'automatic' });
      const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
      return { plugin: plugin.manifest.name, bytes, inputs: Object.keys(metafile.inputs) };
    }),
  );
}

module.exports = { bundledPackages, clientBundles };
