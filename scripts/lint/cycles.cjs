'use strict';
// Finds files that import each other in a circle, in what the bundler reads: a second for everything, where a rule that walks
// the imports anew for each file takes a minute. Imports of types alone make no circle, because nothing of them is left at run time.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const SOURCE = /\.tsx?$/;
const NOT_OURS = /(^|\/)(node_modules|dist|dist\.next|output)\//;
const TEXTS = Object.fromEntries(['.bpmn', '.css', '.svg', '.png', '.woff2'].map((ending) => [ending, 'text']));

/** TypeScript below some folders, relative to `root`, with slashes. */
function sourcesBelow(root, folders) {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => SOURCE.test(file) && !file.endsWith('.d.ts') && !NOT_OURS.test(file));
}

/**
 * @param {string} root the folder of tsconfig.json
 * @param {readonly string[]} files relative to it
 * @returns {Promise<Map<string, readonly string[]>>} what each file imports when it runs
 */
async function importsOf(root, files) {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    external: ['/static/*'],
    loader: TEXTS,
    logLevel: 'error',
  });
  const ours = Object.keys(metafile.inputs).filter((file) => file !== '<stdin>');
  const importsIn = (file) => metafile.inputs[file].imports.filter(({ external }) => !external).map(({ path }) => path);
  return new Map(ours.sort().map((file) => [file, importsIn(file)]));
}

/**
 * @param {Map<string, readonly string[]>} imports
 * @returns {string[][]} each circle once, as the way round
 */
function circlesIn(imports) {
  const circles = [];
  const done = new Set();
  const way = [];
  const visit = (file) => {
    const from = way.indexOf(file);
    if (from >= 0) return void circles.push(way.slice(from));
    if (done.has(file)) return;
    way.push(file);
    (imports.get(file) ?? []).forEach(visit);
    way.pop();
    done.add(file);
  };
  [...imports.keys()].forEach(visit);
  return circles;
}

/** @returns {Promise<string[]>} one line for each circle */
async function importCycles(root, folders) {
  const circles = circlesIn(await importsOf(root, sourcesBelow(root, folders)));
  return circles.map((way) => [...way, way[0]].join(' → '));
}

module.exports = { importCycles };

async function main() {
  const cycles = await importCycles(join(__dirname, '../..'), ['packages', 'plugins', 'test']);
  for (const cycle of cycles) console.error(`Imports go in a circle: ${cycle}`);
  if (cycles.length > 0) process.exitCode = 1;
}

if (require.main === module) {
  // the bundler has said by itself what it could not read
  main().catch(() => (process.exitCode = 1));
}
