import { Client } from 'pg';

const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD } = process.env;
const server = { host: DB_HOST, port: Number(DB_PORT), user: DB_USER, password: DB_PASSWORD };

/** The driver's own connection, opened anew when it was lost. */
export class OwnConnection {
  private client: Client | undefined;

  constructor(private readonly name: string) {}

  readonly open = async (): Promise<Client> => {
    if (this.client) return this.client;
    const client = new Client({ ...server, database: this.name, application_name: 'crash-driver' });
    // a connection that ends may report several errors; one that nobody listens to would end this process
    client.on('error', () => this.forget(client));
    client.on('end', () => this.forget(client));
    await client.connect();
    this.client = client;
    return client;
  };

  /** Every connection but this one ends, whatever it is doing. */
  readonly terminateOthers = async (): Promise<void> => {
    const client = await this.open();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  };

  readonly isUp = async (): Promise<boolean> => {
    try {
      await (await this.open()).query('SELECT 1');
      return true;
    } catch {
      this.client = undefined;
      return false;
    }
  };

  async close(): Promise<void> {
    await this.client?.end().catch(() => undefined);
  }

  private forget(client: Client): void {
    if (this.client === client) this.client = undefined;
  }
}

/** An empty database of this run's own; the tests' own are left alone. */
export async function createDatabase(name: string): Promise<void> {
  await dropDatabase(name);
  const { CRASH_TABLESPACE } = process.env; // on a disk that a run may fill
  await onServer((client) => {
    const where = CRASH_TABLESPACE ? ` TABLESPACE ${client.escapeIdentifier(CRASH_TABLESPACE)}` : '';
    return client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0${where}`);
  });
}

export async function dropDatabase(name: string): Promise<void> {
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ ...server, database: 'postgres' });
  // whoever waits for an answer gets the error too
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
