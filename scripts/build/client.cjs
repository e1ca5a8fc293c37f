'use strict';
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');
const esbuild = require('esbuild');
const { root } = require('../lib/install.cjs');

// What the host page provides through requirejs to every plugin of the modern client.
const HOST_MODULES = new Set([
  'react',
  'react-dom',
  'react/jsx-runtime',
  'react-router',
  'react-router-dom',
  'antd',
  'antd-style',
  '@ant-design/icons',
  '@ant-design/cssinjs',
  'i18next',
  'react-i18next',
  '@formily/antd-v5',
  '@formily/core',
  '@formily/react',
  '@formily/reactive',
  '@formily/shared',
  '@nocobase/utils',
  '@nocobase/utils/client',
  '@nocobase/evaluators',
  '@nocobase/evaluators/client',
  '@nocobase/flow-engine',
  '@nocobase/client-v2',
  '@dnd-kit/core',
  '@dnd-kit/sortable',
  'axios',
  'dayjs',
  'lodash',
  'ahooks',
  '@emotion/css',
  'file-saver',
  '@ctrl/tinycolor',
]);
const PLUGIN_CLIENT = /^@[^/]+\/plugin-[^/]+\/client-v2$/;

function hostModules(used) {
  return {
    name: 'host-modules',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path }) => {
        if (isAbsolute(path)) return undefined;
        if (HOST_MODULES.has(path) || PLUGIN_CLIENT.test(path)) {
          used.add(path);
          return { path, external: true };
        }
        return path.startsWith('@nocobase/') ? { errors: [{ text: `${path} is not provided by the modern client` }] } : undefined;
      });
    },
  };
}

/** Wraps a CommonJS bundle as the named AMD module that the host page's requirejs expects. */
function asAmdModule(id, dependencies, js, css) {
  const style = css
    ? `var style=document.createElement("style");style.textContent=${JSON.stringify(css)};document.head.appendChild(style);`
    : '';
  return `define(${JSON.stringify(id)},${JSON.stringify(dependencies)},function(){
var names=${JSON.stringify(dependencies)},given=arguments,module={exports:{}},exports=module.exports;
function require(name){var i=names.indexOf(name);if(i<0)throw new Error("not provided: "+name);return given[i];}
${style}${js}
return module.exports;});
`;
}

async function buildModernClient(dir, out, manifest, lazyHashes, options) {
  const entry = join(dir, 'src/client-v2/index.tsx');
  if (!existsSync(entry)) return;
  const used = new Set();
  const result = await esbuild.build({
    entryPoints: [entry],
    outfile: join(out, 'client-v2/index.js'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2020',
    jsx: 'automatic',
    minify: !options.watch,
    logLevel: 'warning',
    plugins: [hostModules(used)],
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"', '__LAZY_HASHES__': JSON.stringify(lazyHashes) },
    // import('/static/…') of a lazy module stays a native import
    supported: { 'dynamic-import': true },
    external: ['/static/*'],
    tsconfig: join(root, 'tsconfig.json'),
  });
  const text = (extension) => result.outputFiles.find((file) => file.path.endsWith(extension))?.text;
  write(join(out, 'client-v2/index.js'), asAmdModule(`${manifest.name}/client-v2`, [...used], text('.js'), text('.css')));
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The legacy client loads every enabled plugin: ours do nothing there. */
function buildLegacyClient(out, manifest) {
  const js = 'class EmptyPlugin extends require("@nocobase/client").Plugin {}\nmodule.exports={default:EmptyPlugin};';
  write(join(out, 'client/index.js'), asAmdModule(manifest.name, ['@nocobase/client'], js));
}

async function buildClients(dir, out, manifest, lazyHashes, options) {
  await buildModernClient(dir, out, manifest, lazyHashes, options);
  buildLegacyClient(out, manifest);
}

module.exports = { buildClients, hostModules };
