import type { Database } from '@nocobase/database';
import type { EventEmitter } from 'node:events';

/** A connection as Sequelize's pool keeps it: one that is marked is not handed out again. */
type Connection = EventEmitter & { _invalid?: boolean };
type ConnectionClass = new (...settings: never[]) => Connection;

/** Left out of Sequelize's types: the driver through which it makes connections. */
interface ConnectionManager {
  lib: { readonly Client: ConnectionClass };
}

const prepared = new WeakSet<ConnectionManager>();

/**
 * Sequelize listens to the errors of a connection only once it is made. One that the database ends in that very moment, as when
 * it is shut down or all connections are terminated, would have nobody to tell, and that ends a Node process.
 */
export function preparePostgres({ sequelize }: Database): void {
  if (sequelize.getDialect() !== 'postgres') return;
  const manager = sequelize.connectionManager as unknown as ConnectionManager;
  if (prepared.has(manager)) return;
  prepared.add(manager);
  // the driver has parts that are only loaded when they are asked for: they stay behind
  manager.lib = Object.create(manager.lib, { Client: { value: listening(manager.lib.Client) } }) as ConnectionManager['lib']; // with another Client
}

/** Connections that know from the beginning when they are no longer of use. */
export function listening(Client: ConnectionClass): ConnectionClass {
  return class extends Client {
    constructor(...settings: never[]) {
      super(...settings);
      this.on('error', () => (this._invalid = true));
    }
  };
}
