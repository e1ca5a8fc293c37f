import { EventEmitter } from 'node:events';
import { listening } from './postgres';

describe('a connection to PostgreSQL', () => {
  it('that ends before Sequelize listens to it is marked and ends no process', () => {
    class Client extends EventEmitter {
      _invalid?: boolean;
    }
    const connection = new (listening(Client))();

    connection.emit('error', new Error('terminating connection due to administrator command'));

    expect(connection._invalid).toBe(true);
  });
});
