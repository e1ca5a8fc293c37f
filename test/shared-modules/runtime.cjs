'use strict';
// Jest loads every module anew for each test file; NocoBase and what it needs are thousands, and took five of ten seconds of a file.
// Here a worker loads packages once, as a server does, and only our own sources (and packages that jest transforms) for each file.
const Module = require('node:module');
const { join, sep } = require('node:path');
const { default: JestRuntime } = require('jest-runtime');

const root = join(__dirname, '../..');
const HARNESS = join(root, 'test/harness/index.ts');
const OWN_FOLDERS = ['plugins', 'packages', 'test'].map((folder) => join(root, folder) + sep);

const isBare = (name) => !name.startsWith('.') && !name.startsWith(sep);
const isPackage = (path) => path.includes(`${sep}node_modules${sep}`);
const isOwn = (request) =>
  /^@wuxin\/[^/]+$/.test(request) ||
  request === 'ses' ||
  (OWN_FOLDERS.some((folder) => request.startsWith(folder)) && !isPackage(request) && !request.endsWith('.cjs'));

/** The runtime of the test file that is running in this worker. */
let running;

module.exports = class SharedModulesRuntime extends JestRuntime {
  constructor(...parts) {
    super(...parts);
    running = this;
  }

  teardown() {
    super.teardown();
    running = undefined;
  }

  requireModuleOrMock(from, moduleName) {
    const path = this.sharedPath(from, moduleName);
    return path ? require(path) : super.requireModuleOrMock(from, moduleName);
  }

  sharedPath(from, moduleName) {
    if (!isBare(moduleName) || this._resolver.isCoreModule(moduleName)) return null;
    if (this._resolver.resolveStubModuleName(from, moduleName)) return null;
    const path = this._resolveCjsModule(from, moduleName);
    return isPackage(path) && !this._scriptTransformer.shouldTransform(path) ? path : null;
  }

  createScriptFromCode(source, filename) {
    const script = super.createScriptFromCode(source, filename);
    return { runInContext: (_, options) => script.runInThisContext(options) };
  }
};

const { _load: load, _resolveFilename: resolveFilename } = Module;
/** NocoBase loads plugins, collections and migrations by name and path: ours are those of the test file. */
Module._load = function loadOwnInTestFile(request, ...rest) {
  if (running && isOwn(request)) return running.requireModuleOrMock(HARNESS, request);
  return load.call(this, request, ...rest);
};
/** Beside the file that a plugin's name leads to are its collections: sources, not what was built last. */
Module._resolveFilename = function resolveOwnToSource(request, ...rest) {
  const source = running && isOwn(request) ? running._resolver.resolveStubModuleName(HARNESS, request) : null;
  return source ?? resolveFilename.call(this, request, ...rest);
};
