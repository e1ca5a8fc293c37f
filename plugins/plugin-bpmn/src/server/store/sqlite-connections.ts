import type { Database } from '@nocobase/database';

/** More transactions at a time than this open connections of their own. */
const KEPT = 4;

/** The part of Sequelize that opens a connection for each transaction and closes it afterwards. */
interface Manager<Connection> {
  /** Those that are open, by the id of their transaction; all in here are closed with the database. */
  readonly connections: Record<string, Connection>;
  getConnection(options?: { uuid?: string }): Promise<Connection>;
  releaseConnection(connection: Connection, force?: boolean): void;
  /** For a transaction that could not be ended; Sequelize looks for the connection in a pool that SQLite does not have. */
  destroyConnection(connection: Connection): Promise<void>;
}

interface Connection {
  readonly filename: string;
  uuid?: string;
}

/**
 * Keeps a few connections for the next transactions. A new one reads the schema of some 150 tables before its first statement, which takes longer
 * than a whole command. A connection comes back only when its transaction has ended as it should; others are closed.
 */
export function keepConnections({ sequelize }: Database): void {
  const { connectionManager } = sequelize as unknown as { connectionManager: Manager<Connection> }; // left out of its types
  const { connections } = connectionManager;
  const getConnection = connectionManager.getConnection.bind(connectionManager);
  const releaseConnection = connectionManager.releaseConnection.bind(connectionManager);
  const idle: string[] = [];
  let kept = 0;

  connectionManager.getConnection = async (options) => {
    const uuid = options?.uuid;
    const isNew = uuid !== undefined && connections[uuid] === undefined;
    const name = isNew ? idle.pop() : undefined;
    const connection = name === undefined ? undefined : connections[name];
    if (uuid === undefined || name === undefined || connection === undefined) return getConnection(options);
    delete connections[name];
    connections[uuid] = connection;
    return connection;
  };

  connectionManager.releaseConnection = (connection, force) => {
    const { uuid } = connection;
    if (force || !uuid || connection.filename === ':memory:' || idle.length >= KEPT || connections[uuid] !== connection)
      return releaseConnection(connection, force);
    delete connections[uuid];
    kept += 1;
    const name = `kept:${kept}`;
    connections[name] = connection;
    idle.push(name);
  };

  connectionManager.destroyConnection = async (connection) => releaseConnection(connection);
}
