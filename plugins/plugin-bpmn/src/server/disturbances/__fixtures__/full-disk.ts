import type { Database } from '@nocobase/database';
import type { Connections, SqliteConnection } from '../../store';

/** A database without space, until it is given back. */
export interface FullDisk {
  free(): Promise<void>;
}

/**
 * SQLite really has no page left: its file may not grow. PostgreSQL's disk cannot be filled from inside, so each insert into
 * the history is answered as a full one answers; `npm run crash -- --fills` fills a real one.
 */
export const fillDisk = (db: Database): Promise<FullDisk> =>
  db.sequelize.getDialect() === 'sqlite' ? fillSqlite(db) : refuseInserts(db);

async function fillSqlite(db: Database): Promise<FullDisk> {
  await db.sequelize.query('VACUUM'); // no page is left free inside the file
  const [[row]] = (await db.sequelize.query('PRAGMA page_count')) as [[{ page_count: number }], unknown]; // it answers one number
  const { connectionManager } = db.sequelize as unknown as { connectionManager: Connections }; // left out of its types
  const getConnection = connectionManager.getConnection.bind(connectionManager);
  let most = row.page_count;
  connectionManager.getConnection = async (options) => limited(await getConnection(options), most); // kept ones as well
  return { free: async () => void (most = 1_000_000) };
}

const limited = (connection: SqliteConnection, pages: number): Promise<SqliteConnection> =>
  new Promise((resolve, reject) => {
    connection.run(`PRAGMA max_page_count = ${pages}`, (error) => (error ? reject(error) : resolve(connection)));
  });

async function refuseInserts(db: Database): Promise<FullDisk> {
  const run = (sql: string) => db.sequelize.query(sql);
  await run(`CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await run('CREATE TRIGGER no_space BEFORE INSERT ON "bpmnHistory" FOR EACH ROW EXECUTE FUNCTION no_space()');
  return { free: async () => void (await run('DROP FUNCTION no_space CASCADE')) };
}
