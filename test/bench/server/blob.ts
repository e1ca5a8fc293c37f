import type { Database } from '@nocobase/database';
import { randomUUID } from 'node:crypto';
import { QueryTypes, Transaction } from 'sequelize';
import { ParsedProcess } from '../bpmn-engine';
import type { Model } from '../models';
import type { Subject } from './subject';

/** The least that is needed to keep bpmn-engine's instances in the database: one table of states. */
export async function createStates(db: Database): Promise<void> {
  await db.sequelize.query('CREATE TABLE "benchStates" ("id" VARCHAR(40) PRIMARY KEY, "state" TEXT NOT NULL)');
}

/** bpmn-engine with its state saved at each step: one transaction locks, loads, completes and saves. No history, no task list. */
export async function bpmnEngineInDatabase(db: Database, { xml }: Model): Promise<Subject> {
  const process = await ParsedProcess.parse(xml);
  const isSqlite = db.sequelize.getDialect() === 'sqlite';
  const inTransaction = oneWriter(isSqlite, <T>(work: (transaction: Transaction) => Promise<T>) =>
    db.sequelize.transaction({ type: isSqlite ? Transaction.TYPES.IMMEDIATE : undefined }, work),
  );
  return {
    async begin() {
      const id = randomUUID();
      const state = await (await process.start()).save();
      await inTransaction((transaction) =>
        db.sequelize.query('INSERT INTO "benchStates" ("id", "state") VALUES (:id, :state)', {
          replacements: { id, state },
          transaction,
        }),
      );
      let hasEnded = false;
      const completeOne = async (transaction: Transaction) => {
        const options = { replacements: { id }, transaction };
        const sql = `SELECT "state" FROM "benchStates" WHERE "id" = :id${isSqlite ? '' : ' FOR UPDATE'}`;
        const [row] = await db.sequelize.query<{ state: string }>(sql, { ...options, type: QueryTypes.SELECT });
        const instance = await process.load(row?.state ?? '');
        if (!instance.completeOne()) throw new Error('nothing waits, and the instance has not ended');
        hasEnded = instance.hasEnded;
        const after = await instance.save();
        await db.sequelize.query('UPDATE "benchStates" SET "state" = :after WHERE "id" = :id', {
          replacements: { id, after },
          transaction,
        });
      };
      return { next: async () => (hasEnded ? null : () => inTransaction(completeOne)) };
    },
  };
}

type Run = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** SQLite has one writer: its transactions wait for each other here, as ours do. */
function oneWriter(isSqlite: boolean, run: Run): Run {
  if (!isSqlite) return run;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => run(work));
    last = turn.catch(() => undefined);
    return turn;
  };
}
