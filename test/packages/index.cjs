'use strict';
// npm run test:packages: packs the plugins, uploads them into an official NocoBase that has never seen them, enables them, and
// asks whether they work there. What README says under "Add it to an existing NocoBase".
const assert = require('node:assert/strict');
const { execFileSync, spawn, spawnSync } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const {
  copyFileSync,
  cpSync,
  createWriteStream,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  rmSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const { installWhatIsMissing, root } = require('../../scripts/lib/install.cjs');
const { freePort, stop, waitUntilHealthy } = require('../../scripts/lib/server.cjs');

const LIMIT_MS = 180_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder with the packages of NocoBase as links of the file system, and none of ours. */
function makeHost() {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-host-'));
  execFileSync('cp', ['-a', '--link', join(root, 'node_modules'), folder]);
  rmSync(join(folder, 'node_modules/@wuxin'), { recursive: true });
  rmSync(join(folder, 'node_modules/sqlite3')); // a link into this checkout
  cpSync(join(root, 'packages/sqlite3'), join(folder, 'node_modules/sqlite3'), { recursive: true });
  copyFileSync(join(__dirname, 'host.cjs'), join(folder, 'host.cjs'));
  return folder;
}

/** Asks until the host gives this answer: it restarts itself after each upload and may refuse in between. */
async function eventually(what, ask) {
  const end = Date.now() + LIMIT_MS;
  for (let last; Date.now() < end; await pause(1000)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() + 1000 > end) throw new Error(`not within ${LIMIT_MS / 1000} s: ${what}`, { cause: last });
  }
  throw new Error(`not within ${LIMIT_MS / 1000} s: ${what}`);
}

class Host {
  constructor(url, password) {
    this.url = url;
    this.password = password;
  }

  async signIn() {
    const headers = { 'content-type': 'application/json', 'x-authenticator': 'basic' };
    const body = JSON.stringify({ account: 'admin', password: this.password });
    const answer = await fetch(`${this.url}/api/auth:signIn`, { method: 'POST', headers, body });
    this.token = (await answer.json()).data.token;
  }

  async call(action, options = {}) {
    const answer = await fetch(`${this.url}/api/${action}`, {
      ...options,
      headers: { authorization: `Bearer ${this.token}`, ...options.headers },
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  }

  async plugin(name) {
    const { body } = await this.call('pm:list');
    return body.data.find(({ packageName }) => packageName === name);
  }

  /** As the plugin manager's dialogs do it. */
  async install(name, file) {
    const form = new FormData();
    form.set('file', await openAsBlob(file), basename(file));
    assert.equal((await this.call('pm:add', { method: 'POST', body: form })).status, 200);
    await eventually(`${name} is uploaded`, () => this.plugin(name));
    assert.equal((await this.call(`pm:enable?filterByTk=${encodeURIComponent(name)}`, { method: 'POST' })).status, 200);
    await eventually(`${name} is enabled`, async () => (await this.plugin(name)).enabled);
  }
}

/** Of what is installed, the procedures that somebody starts; the others are only called. */
const STARTABLE = ['covenant', 'fourDeliberations', 'inspection', 'partyOrganisation', 'reportAppraisal', 'responsibility'];

async function checkPlugins(host) {
  const startable = await eventually('the procedures are installed', async () => {
    const { body } = await host.call('bpmnProcesses:startable');
    return body?.data?.length >= STARTABLE.length && body.data;
  });
  assert.deepEqual(startable.map(({ key }) => key).sort(), STARTABLE);
  const page = await fetch(`${host.url}/static/plugins/@wuxin/plugin-bpmn/dist/client-v2/index.js`);
  assert.equal(page.status, 200);
  // an existing NocoBase gets no demonstration, and nobody has confirmed its thresholds yet
  const start = await host.call('bpmnInstances:start', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ processKey: 'covenant', title: 'A' }),
  });
  assert.equal(start.status, 409);
  assert.equal(start.body.errors[0].code, 'parameter.unconfirmed');
}

async function main() {
  installWhatIsMissing();
  const packed = spawnSync(process.execPath, [join(root, 'scripts/pack.cjs')], { cwd: root, stdio: 'inherit' });
  assert.equal(packed.status, 0);
  const folder = makeHost();
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const host = new Host(`http://127.0.0.1:${port}`, password);
  const logFile = join(folder, 'host.log');
  const child = spawn(process.execPath, ['host.cjs'], {
    cwd: folder,
    env: { ...process.env, APP_PORT: String(port), INIT_ROOT_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  try {
    await waitUntilHealthy(host.url, child);
    await host.signIn();
    const packages = readdirSync(join(root, 'storage/packages')).sort();
    for (const name of ['bpmn', 'ballot', 'notice', 'community']) {
      const file = packages.find((packed) => packed.startsWith(`wuxin-plugin-${name}-`));
      await host.install(`@wuxin/plugin-${name}`, join(root, 'storage/packages', file));
    }
    await checkPlugins(host);
    console.log(
      'uploaded, enabled and working in an official NocoBase: @wuxin/plugin-bpmn, @wuxin/plugin-ballot, @wuxin/plugin-notice, @wuxin/plugin-community',
    );
  } catch (error) {
    console.error(readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n'));
    throw error;
  } finally {
    await stop(child);
    log.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
