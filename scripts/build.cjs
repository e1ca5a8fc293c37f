'use strict';
// npm run build [-- --watch]: builds plugins/* for NocoBase 2.2 with esbuild (the official builder of this version is not on npm).
//   dist/server/**            CommonJS; our packages and their dependencies inside, NocoBase outside
//   dist/client-v2/index.js   one named AMD module; what the host page provides stays outside
//   dist/client-v2/*.mjs      big parts that only some pages load ("lazyModules" in the plugin's package.json)
//   dist/client/index.js      an empty plugin for the legacy client, which NocoBase always asks for
//   dist/voter-page           a page of its own as one file ("page" in the plugin's package.json)
//   dist/content              procedures ("content" in the plugin's package.json)
//   dist/locale, dist/externalVersion.js
const { renameSync, rmSync, watch } = require('node:fs');
const { join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');

installWhatIsMissing();

const { ownPlugins } = require('./lib/env.cjs');
const { buildClients } = require('./build/client.cjs');
const { copyContent } = require('./build/content.cjs');
const { buildLazyModules } = require('./build/lazy.cjs');
const { buildPage } = require('./build/page.cjs');
const { buildServer } = require('./build/server.cjs');

async function buildPlugin({ dir, manifest }, options) {
  const started = Date.now();
  // beside the old build and then in its place: a build that fails, or is under way, leaves a running server whole
  const out = join(dir, 'dist.next');
  rmSync(out, { recursive: true, force: true });
  await buildServer(dir, out);
  copyContent(dir, out, manifest);
  await buildPage(dir, out, manifest, options);
  const lazyHashes = await buildLazyModules(dir, out, manifest, options);
  await buildClients(dir, out, manifest, lazyHashes, options);
  rmSync(join(dir, 'dist'), { recursive: true, force: true });
  renameSync(out, join(dir, 'dist'));
  console.log(`built ${manifest.name} in ${Date.now() - started} ms`);
}

function rebuildOnChange(plugin, options) {
  let timer;
  watch(join(plugin.dir, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => buildPlugin(plugin, options).catch((error) => console.error(error.message)), 200);
  });
}

async function main() {
  const options = { watch: process.argv.includes('--watch'), root };
  for (const plugin of ownPlugins()) await buildPlugin(plugin, options);
  if (options.watch) ownPlugins().forEach((plugin) => rebuildOnChange(plugin, options));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
