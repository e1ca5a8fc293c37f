'use strict';

/** The database of one jest worker; a process that a test starts is handed the finished name and keeps it. */
function databaseOfWorker(database, worker) {
  const suffix = `_worker_${worker}`;
  return database.endsWith(suffix) ? database : database + suffix;
}

module.exports = { databaseOfWorker };
