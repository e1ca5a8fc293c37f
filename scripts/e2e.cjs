'use strict';
// npm run test:e2e [-- JEST ARGUMENTS]: builds, starts NocoBase and plays it in Debian's Chromium. All tests together are played
// by two workers of jest, each against a server of its own; WUXIN_E2E_URL=http://localhost:13000 uses one that already runs.
// WUXIN_E2E_SECOND="DB_DIALECT=postgres DB_HOST=…" starts the second of the two in this environment.
const { execFileSync, spawn } = require('node:child_process');
const { mkdirSync, readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { dirname, join } = require('node:path');
const { installWhatIsMissing, root } = require('./lib/install.cjs');
const { CHROMIUM, missingPackages } = require('./lib/system-packages.cjs');

const output = join(root, 'test/e2e/output');
const jestArguments = process.argv.slice(2);
/** Somebody who names a test waits for one server only. */
const isEverything = jestArguments.every((argument) => argument.startsWith('--'));

function refuseWithout(packages) {
  if (packages.length === 0) return;
  console.error(`The browser tests need these system packages: ${packages.join(', ')}`);
  console.error(`On Debian:  apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  console.error('Another Chromium:  CHROMIUM_PATH=/path/to/chromium npm run test:e2e');
  process.exit(1);
}

/** Jest as a child, so that the server can be stopped after it, whatever happens to it. */
function runJest(servers, onStart) {
  const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
  const child = spawn(process.execPath, [jest, `--maxWorkers=${servers.length}`, ...jestArguments], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WUXIN_E2E_URL: servers.map(({ url }) => url).join(' '), CHROMIUM_PATH: CHROMIUM },
  });
  onStart(child);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const environmentOfSecond = () =>
  Object.fromEntries((process.env.WUXIN_E2E_SECOND ?? '').split(' ').flatMap((pair) => (pair ? [pair.split('=')] : [])));

async function startedServer(logFile, index) {
  try {
    return await require('./lib/server.cjs').startServer({ logFile, env: index === 1 ? environmentOfSecond() : {} });
  } catch (error) {
    console.error(readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n'));
    throw error;
  }
}

async function serversOfOurOwn(count) {
  console.log('Building and starting NocoBase with demonstration content …');
  execFileSync(process.execPath, [join(__dirname, 'build.cjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const logFiles = Array.from({ length: count }, (_, index) => join(output, `server-${index + 1}.log`));
  const starts = await Promise.allSettled(logFiles.map(startedServer));
  const servers = starts.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  const failed = starts.find(({ status }) => status === 'rejected');
  if (!failed) return servers;
  await Promise.all(servers.map((server) => server.stop()));
  throw failed.reason;
}

async function main() {
  refuseWithout(missingPackages());
  installWhatIsMissing();
  mkdirSync(output, { recursive: true });
  const given = process.env.WUXIN_E2E_URL;
  // a database that the shell names is one
  const count = isEverything && availableParallelism() > 1 && !process.env.DB_DIALECT ? 2 : 1;
  const servers = given ? [{ url: given, stop: async () => undefined }] : await serversOfOurOwn(count);
  let jest;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest?.kill(signal));
  try {
    process.exitCode = await runJest(servers, (child) => (jest = child));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
