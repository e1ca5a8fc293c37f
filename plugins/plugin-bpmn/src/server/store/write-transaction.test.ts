import type { Database } from '@nocobase/database';
import { inWriteTransaction } from './write-transaction';

/** A database whose transactions fail as given, one after another; then they succeed. */
function failing(...errors: object[]) {
  let tries = 0;
  const transaction = async (_: unknown, work: (transaction: unknown) => Promise<unknown>) => {
    tries += 1;
    const error = errors.shift();
    if (error) throw Object.assign(new Error('refused'), error);
    return work({});
  };
  const db = { sequelize: { getDialect: () => 'postgres', transaction } } as unknown as Database; // all that is used of one
  return { db, triesUntilNow: () => tries };
}

const DEADLOCK = { original: { code: '40P01' } };
const clock = { now: () => 0 };
const write = (db: Database) => inWriteTransaction(db, clock, async () => 'written');

describe('a write transaction', () => {
  it('is run again when another one was in the way', async () => {
    const { db, triesUntilNow } = failing(DEADLOCK, {
      name: 'SequelizeUniqueConstraintError',
      original: { table: 'bpmnTaskDrafts' },
    });

    await expect(write(db)).resolves.toBe('written');

    expect(triesUntilNow()).toBe(3);
  });

  it('gives up in the end with a refusal that people can read', async () => {
    const { db, triesUntilNow } = failing(...Array.from({ length: 10 }, () => DEADLOCK));

    await expect(write(db)).rejects.toMatchObject({ code: 'database.busy', status: 503, cause: DEADLOCK });

    expect(triesUntilNow()).toBe(6);
  });

  it.each(['53100', 'SQLITE_FULL'])('is refused at once when no space is left (%s)', async (code) => {
    const { db, triesUntilNow } = failing({ original: { code } });

    await expect(write(db)).rejects.toMatchObject({ code: 'database.full', status: 503 });

    expect(triesUntilNow()).toBe(1);
  });

  it('is not run again for what is wrong with the work itself', async () => {
    const { db, triesUntilNow } = failing({ name: 'SequelizeUniqueConstraintError', original: { table: 'letters' } });

    await expect(write(db)).rejects.toMatchObject({ name: 'SequelizeUniqueConstraintError' });

    expect(triesUntilNow()).toBe(1);
  });
});
