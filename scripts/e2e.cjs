'use strict';
// npm run test:e2e [-- JEST ARGUMENTS]: builds, starts a NocoBase of its own and plays it in Debian's Chromium.
// WUXIN_E2E_URL=http://localhost:13000 uses a server that already runs.
const { spawn } = require('node:child_process');
const { mkdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');
const { CHROMIUM, missingPackages } = require('./lib/system-packages.cjs');

const output = join(root, 'test/e2e/output');
const logFile = join(output, 'server.log');

function refuseWithout(packages) {
  if (packages.length === 0) return;
  console.error(`The browser tests need these system packages: ${packages.join(', ')}`);
  console.error(`On Debian:  apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  console.error('Another Chromium:  CHROMIUM_PATH=/path/to/chromium npm run test:e2e');
  process.exit(1);
}

/** Jest as a child, so that the server can be stopped after it, whatever happens to it. */
function runJest(url, onStart) {
  const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
  const child = spawn(process.execPath, [jest, '--runInBand', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WUXIN_E2E_URL: url, CHROMIUM_PATH: CHROMIUM },
  });
  onStart(child);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

async function serverOfOurOwn() {
  console.log('Building and starting NocoBase with demonstration content …');
  try {
    return await require('./lib/server.cjs').startServer({ logFile });
  } catch (error) {
    console.error(readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n'));
    throw error;
  }
}

async function main() {
  refuseWithout(missingPackages());
  installWhatIsMissing();
  mkdirSync(output, { recursive: true });
  const given = process.env.WUXIN_E2E_URL;
  const server = given ? { url: given, stop: async () => undefined } : await serverOfOurOwn();
  let jest;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest?.kill(signal));
  try {
    process.exitCode = await runJest(server.url, (child) => (jest = child));
  } finally {
    await server.stop();
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
