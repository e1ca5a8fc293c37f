'use strict';
// A NocoBase of one's own for browser tests: temporary storage, free port, demonstration content, stopped by its process id.
const { spawn } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const { createWriteStream, mkdtempSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { root } = require('./install.cjs');

const START_LIMIT_MS = 420_000; // with its demonstration and many others on the machine
const STOP_LIMIT_MS = 15_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** What differs from `npm start`; a database that is named with DB_* wins over the temporary one. */
function environment(given, storage, port) {
  const database = given.DB_DIALECT ? {} : { DB_DIALECT: 'sqlite', DB_STORAGE: join(storage, 'wuxin.sqlite') };
  return { ...given, ...database, APP_PORT: String(port), STORAGE_PATH: storage, APP_KEY: randomBytes(32).toString('hex') };
}

async function isHealthy(url) {
  try {
    return (await fetch(`${url}/api/__health_check`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function waitUntilHealthy(url, child) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    if (await isHealthy(url)) return;
    await pause(500);
  }
  throw new Error(`the server did not answer within ${START_LIMIT_MS / 1000} s`);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  if ((await Promise.race([ended, pause(STOP_LIMIT_MS).then(() => 'late')])) === 'late') child.kill('SIGKILL');
}

/**
 * Starts the plugins as they are built; several may start at once.
 * @param {{ logFile: string, env?: Record<string, string> }} options `env` wins over the shell
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
async function startServer({ logFile, env = {} }) {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, 'scripts/start.cjs'), '--built'], {
    cwd: root,
    env: environment({ ...process.env, ...env }, storage, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const stopServer = async () => {
    await stop(child);
    log.end();
    rmSync(storage, { recursive: true, force: true });
  };
  try {
    await waitUntilHealthy(url, child);
  } catch (error) {
    await stopServer();
    throw error;
  }
  return { url, stop: stopServer };
}

module.exports = { freePort, startServer, stop, waitUntilHealthy };
