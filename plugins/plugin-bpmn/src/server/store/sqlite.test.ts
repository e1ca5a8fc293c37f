import type { Database } from '@nocobase/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequelize } from 'sequelize';
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
});
