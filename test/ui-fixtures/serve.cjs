'use strict';
// node test/ui-fixtures/serve.cjs [PORT]: shows the pages of plugin-bpmn with fixtures instead of a server, for work on their looks.
const { existsSync, mkdtempSync, readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { tmpdir } = require('node:os');
const { extname, join, resolve } = require('node:path');
const esbuild = require('esbuild');
const { buildLazyModules } = require('../../scripts/build/lazy.cjs');

const root = resolve(__dirname, '../..');
const plugin = join(root, 'plugins/plugin-bpmn');
const fixtures = join(plugin, 'src/client-v2/__fixtures__');
const STATIC = 'static/plugins/@wuxin/plugin-bpmn';
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>fixtures</title><style>body{margin:0;font-family:sans-serif}</style></head><body><div id="root"></div><script src="/main.js"></script></body></html>`;

/** The task form needs NocoBase's own flow engine; the drawing is the delivered one. */
const standIns = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /^\.\/task-form$/ }, () => ({ path: join(fixtures, 'task-form.tsx') }));
    build.onResolve({ filter: /^\.\/covenant\.bpmn$/ }, () => ({ path: join(root, 'workflows/38-covenant/process.bpmn') }));
  },
};

async function build(out) {
  const hashes = await buildLazyModules(plugin, join(out, STATIC, 'dist'), require(join(plugin, 'package.json')), {
    watch: false,
  });
  await esbuild.build({
    entryPoints: { main: join(fixtures, 'main.tsx') },
    outdir: out,
    bundle: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    logLevel: 'warning',
    tsconfig: join(root, 'tsconfig.json'),
    loader: { '.bpmn': 'text' },
    define: { 'process.env.NODE_ENV': '"development"', '__LAZY_HASHES__': JSON.stringify(hashes) },
    plugins: [standIns],
    alias: {
      '@nocobase/flow-engine': join(root, 'test/stubs/flow-engine.tsx'),
      '@nocobase/client-v2': join(root, 'test/stubs/client-v2.ts'),
      '@nocobase/plugin-workflow/client-v2': join(root, 'test/stubs/workflow-client-v2.ts'),
    },
  });
}

async function main() {
  const out = mkdtempSync(join(tmpdir(), 'wuxin-ui-'));
  await build(out);
  const port = Number(process.argv[2] ?? 13190);
  createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(out, path);
    const isFile = extname(path) !== '' && existsSync(file);
    response.setHeader('content-type', isFile ? (TYPES[extname(path)] ?? 'application/octet-stream') : 'text/html');
    response.end(isFile ? readFileSync(file) : PAGE);
  }).listen(port, () => console.log(`http://localhost:${port}/admin/wuxin/inbox`));
}

void main();
