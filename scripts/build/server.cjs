'use strict';
const { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { builtinModules } = require('node:module');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { root } = require('../lib/install.cjs');
const { filesBelow } = require('./files.cjs');

// NocoBase ships these to its plugins; a second copy of sequelize or koa would be another class identity.
const PROVIDED = /^(sequelize|koa|@koa\/.*|koa-.*|@nocobase\/.*|@wuxin\/plugin-.*|winston|async-mutex|umzug)$/;
const isBuiltin = (id) => id.startsWith('node:') || builtinModules.includes(id);

/** Marks what the host provides as external and remembers which packages were asked for. */
function providedByHost(used) {
  return {
    name: 'provided-by-host',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path }) => {
        if (isBuiltin(path)) return { path, external: true };
        if (!PROVIDED.test(path)) return undefined;
        used.add(
          path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
        );
        return { path, external: true };
      });
    },
  };
}

const XMLDOM_ASSIGNS = 'pt.constructor = Class';
const XMLDOM_DEFINES = "Object.defineProperty(pt, 'constructor', { value: Class, writable: true, configurable: true })";

/** The XML parser of easy-template-x assigns what an object inherits frozen once NocoBase runs: it has to be defined instead. */
const underFrozenPrototypes = {
  name: 'under-frozen-prototypes',
  setup(build) {
    build.onLoad({ filter: /@xmldom\/xmldom\/lib\/dom\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(XMLDOM_ASSIGNS))
        throw new Error(`${path} is another one: look whether it loads in an official NocoBase`);
      return { contents: source.replace(XMLDOM_ASSIGNS, XMLDOM_DEFINES), loader: 'js' };
    });
  },
};

function writeExternalVersions(dir, out, used) {
  const versions = {};
  for (const name of [...used].sort()) {
    try {
      versions[name] = require(require.resolve(`${name}/package.json`, { paths: [dir, root] })).version;
    } catch {
      // provided by the host page only: it has no version here
    }
  }
  writeFileSync(join(out, 'externalVersion.js'), `module.exports = ${JSON.stringify(versions, null, 2)};\n`);
}

/** The door and, as NocoBase reads these folders one by one, each collection and migration. */
async function buildServer(dir, out) {
  const src = join(dir, 'src');
  const used = new Set();
  const entryPoints = [
    join(src, 'server/index.ts'),
    ...filesBelow(join(src, 'server/collections')),
    ...filesBelow(join(src, 'server/migrations')),
  ].filter(existsSync);
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    entryPoints,
    outbase: src,
    outdir: out,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    // ES modules where a package has them: NocoBase freezes the built-in prototypes, and what CommonJS exports by assignment
    // (`exports.hasOwnProperty = …`) throws there
    mainFields: ['module', 'main'],
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    loader: { '.bpmn': 'text' },
    plugins: [providedByHost(used), underFrozenPrototypes],
    tsconfig: join(root, 'tsconfig.json'),
    tsconfigRaw: undefined,
  });
  if (existsSync(join(src, 'locale'))) cpSync(join(src, 'locale'), join(out, 'locale'), { recursive: true });
  writeExternalVersions(dir, out, used);
}

module.exports = { buildServer, providedByHost };
