'use strict';
// Before the workers of jest begin: a folder for installed databases that test files begin with, and on PostgreSQL a database for each
// worker: the tests of one file drop what they made.
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Client } = require('pg');
const { databaseOfWorker } = require('./worker-database.cjs');

module.exports = async function prepare({ maxWorkers }) {
  process.env.WUXIN_TEST_TEMPLATES = mkdtempSync(join(tmpdir(), 'wuxin-installed-'));
  if (process.env.DB_DIALECT !== 'postgres') return;
  const { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = process.env;
  process.env.WUXIN_TEST_DATABASE = DB_DATABASE;
  const client = new Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  try {
    await dropInstalled(client, DB_DATABASE);
    for (let worker = 1; worker <= maxWorkers; worker += 1) await createDatabase(client, databaseOfWorker(DB_DATABASE, worker));
  } finally {
    await client.end();
  }
};

/** Of earlier runs: they may have been installed by other sources. */
async function dropInstalled(client, database) {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    `${database}_installed_`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${client.escapeIdentifier(datname)} WITH (FORCE)`);
}

async function createDatabase(client, name) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);
}
