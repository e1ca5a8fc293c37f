'use strict';
// Sequelize asks for `sqlite3`, which downloads or compiles its binding. This face gives it @appthreat/sqlite3 instead, whose
// prebuilt binaries are in its npm tarball, and adds what that package's ESM entry adds in JavaScript.
const { EventEmitter } = require('node:events');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const loadBinding = require('node-gyp-build');

/** The package exports no `package.json`, so its folder is found on the resolution paths. */
function folderOf(name) {
  const folders = (require.resolve.paths(name) ?? []).map((base) => join(base, name));
  const found = folders.find((folder) => existsSync(join(folder, 'package.json')));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}

/** `db.run(sql, …params, callback)` and its like are a prepared statement that is finalized after one use. */
function throughStatement(Statement, use) {
  return function run(sql, ...args) {
    const callback = args.at(-1);
    const onError = typeof callback === 'function' ? (error) => error && callback(error) : undefined;
    return use(this, new Statement(this, sql, onError), args);
  };
}

function completeApi(binding) {
  const { Database, Statement, Backup } = binding;
  for (const Class of [Database, Statement, Backup]) Object.assign(Class.prototype, EventEmitter.prototype);
  Database.prototype.prepare = throughStatement(Statement, (_db, statement, args) =>
    args.length > 0 ? statement.bind(...args) : statement,
  );
  for (const method of ['run', 'get', 'all', 'each']) {
    Database.prototype[method] = throughStatement(Statement, (db, statement, args) => {
      statement[method](...args).finalize();
      return db;
    });
  }
  binding.verbose = () => binding;
}

const binding = loadBinding(folderOf('@appthreat/sqlite3'));
if (!binding.Database.prototype.run) completeApi(binding);
module.exports = binding;
