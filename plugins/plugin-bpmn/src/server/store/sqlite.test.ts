import type { Database } from '@nocobase/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequelize, Transaction } from 'sequelize';
import { prepareSqlite } from './sqlite';

describe('a prepared SQLite database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-sqlite-'));
  const sequelize = new Sequelize({ dialect: 'sqlite', storage: join(folder, 'test.sqlite'), logging: false });
  const db = { sequelize } as unknown as Database; // all that is used of one

  afterAll(async () => {
    await sequelize.close();
    rmSync(folder, { recursive: true });
  });

  it('lets every connection, also that of a transaction, wait five seconds for another program', async () => {
    await prepareSqlite(db);

    const outside = await sequelize.query('PRAGMA busy_timeout');
    const inside = await sequelize.transaction((transaction) => sequelize.query('PRAGMA busy_timeout', { transaction }));

    for (const [rows] of [outside, inside]) expect(rows).toEqual([{ timeout: 5_000 }]);
  });

  it('lets readers go on beside a writer', async () => {
    await prepareSqlite(db);

    const [rows] = await sequelize.query('PRAGMA journal_mode');

    expect(rows).toEqual([{ journal_mode: 'wal' }]);
  });

  it('gives a transaction the connection of one that has ended, after a failure as well', async () => {
    await prepareSqlite(db);
    const { connectionManager } = sequelize as unknown as { connectionManager: { connections: Record<string, object> } };
    const used = async () => {
      let connection: object | undefined;
      await sequelize.transaction(async (transaction) => {
        connection = Object.entries(connectionManager.connections).find(([uuid]) => uuid === idOf(transaction))?.[1];
      });
      return connection;
    };
    const first = await used();

    await expect(sequelize.transaction(() => Promise.reject(new Error('undone')))).rejects.toThrow('undone');

    expect(first).toBeDefined();
    expect(await used()).toBe(first);
  });

  it('closes the connection of a transaction that could not be ended', async () => {
    await prepareSqlite(db);
    const { connectionManager } = sequelize as unknown as { connectionManager: { connections: Record<string, object> } };
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined); // Sequelize says so
    let id = '';
    let connection: object | undefined;

    const undone = sequelize.transaction(async (transaction) => {
      id = idOf(transaction);
      connection = connectionManager.connections[id];
      await sequelize.query('ROLLBACK', { transaction }); // as SQLite does by itself when there is no space
      throw new Error('no space');
    });

    await expect(undone).rejects.toThrow();
    expect(connection).toBeDefined();
    expect(Object.values(connectionManager.connections)).not.toContain(connection);
    warned.mockRestore();
  });

  it('keeps a few connections, however many transactions there were at a time, and each had its own', async () => {
    await prepareSqlite(db);
    const { connectionManager } = sequelize as unknown as { connectionManager: { connections: Record<string, object> } };
    let arrived = 0;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const seen = new Set<object>();

    await Promise.all(
      Array.from({ length: 8 }, () =>
        sequelize.transaction({ type: Transaction.TYPES.DEFERRED }, async (transaction) => {
          seen.add(connectionManager.connections[idOf(transaction)] ?? transaction);
          arrived += 1;
          if (arrived === 8) open();
          await gate;
        }),
      ),
    );

    expect(seen.size).toBe(8);
    expect(Object.keys(connectionManager.connections).filter((name) => name !== 'default')).toHaveLength(4);
  });
});

const idOf = (transaction: Transaction): string => (transaction as unknown as { id: string }).id; // left out of its types
