'use strict';
// The environment of server tests: the realm of the worker itself, so that packages which are loaded once and what a test file loads
// for itself have the same Array, Date and Error. Each test file begins with the environment variables that the worker began with.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const begun = { ...process.env };
const { console: ownConsole } = globalThis;
const { exit } = process;

/**
 * Sequelize makes an error without a message for every statement on SQLite and asks for its stack. Taking such a stack through the source
 * maps, which jest installs for each test file, was a fifth of its time; it stays as the engine has it.
 */
function leaveSilentErrorsUnmapped() {
  const mapped = Error.prepareStackTrace;
  if (!mapped) return;
  const asIs = (error, frames) => [String(error), ...frames.map((frame) => `    at ${frame}`)].join('\n');
  Error.prepareStackTrace = (error, frames) => (error.message === '' ? asIs(error, frames) : mapped(error, frames));
}

module.exports = class SharedEnvironment {
  constructor({ projectConfig }) {
    for (const name of Object.keys(process.env)) if (!(name in begun)) delete process.env[name];
    Object.assign(process.env, begun);
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    leaveSilentErrorsUnmapped();
  }

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
