'use strict';
// On PostgreSQL every jest worker gets a database of its own: the tests of one file drop what they made.
const { Client } = require('pg');
const { databaseOfWorker } = require('./worker-database.cjs');

module.exports = async function createDatabases({ maxWorkers }) {
  if (process.env.DB_DIALECT !== 'postgres') return;
  const { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = process.env;
  const client = new Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  try {
    for (let worker = 1; worker <= maxWorkers; worker += 1) await createDatabase(client, databaseOfWorker(DB_DATABASE, worker));
  } finally {
    await client.end();
  }
};

async function createDatabase(client, name) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);
}
