'use strict';
// Loaded into a server whose time a story lets pass (`node --require`): as many milliseconds as the file WUXIN_E2E_CLOCK says go
// before what the machine's clock shows. Only what reads the time is moved; whoever waits for an amount of it waits as ever.
const { readFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');

const LOOK_EVERY_MS = 100;
const file = process.env.WUXIN_E2E_CLOCK;
const Machine = Date;
let ahead = 0;
let lookedAt = -Infinity;

function now() {
  const at = performance.now();
  if (at - lookedAt > LOOK_EVERY_MS) {
    lookedAt = at;
    ahead = Number(readFileSync(file, 'utf8')) || 0;
  }
  return Machine.now() + ahead;
}

if (file) {
  globalThis.Date = new Proxy(Machine, {
    apply: () => new Machine(now()).toString(),
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  Machine.prototype.constructor = globalThis.Date;
}
