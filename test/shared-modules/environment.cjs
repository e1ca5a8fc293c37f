'use strict';
// The environment of server tests: the realm of the worker itself, so that packages which are loaded once and what a test file loads
// for itself have the same Array, Date and Error. Each test file begins with the environment variables that the worker began with.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const begun = { ...process.env };
const { console: ownConsole } = globalThis;
const { exit } = process;

module.exports = class SharedEnvironment {
  constructor({ projectConfig }) {
    for (const name of Object.keys(process.env)) if (!(name in begun)) delete process.env[name];
    Object.assign(process.env, begun);
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = ownConsole;
    process.exit = exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Not a context of `vm`: the runtime runs everything in this one. */
  getVmContext() {
    return globalThis;
  }
};
