import { QueryTypes } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord, TaskRecord } from './rows';
import { isSqlite } from './dialect';
import type { RawRow } from './table';
import { tables } from './tables';

/**
 * A task and its instance, locked and read in one statement. Both rows are as they are once the lock is held, also when
 * somebody else changed them while it was waited for: that is why the task is locked too. The instance stands first, so it is
 * locked first, as in every command. Both are found by their keys, whatever the database thinks of its tables: joined, a
 * PostgreSQL that has not looked at new tables yet would read all tasks of each instance. A task never changes its instance.
 */
export async function lockTask(tx: Tx, taskId: string): Promise<{ instance: InstanceRecord; task: TaskRecord } | undefined> {
  const { db, transaction } = tx;
  const { instances, tasks } = tables;
  const id = db.sequelize.escape(taskId);
  const [row] = await db.sequelize.query<RawRow>(
    `SELECT ${instances.columnsOf(db, 'instance')}, ${tasks.columnsOf(db, 'task')}
     FROM ${instances.quoted(db)} AS instance
     CROSS JOIN ${tasks.quoted(db)} AS task
     WHERE ${tasks.column(db, 'task', 'id')} = ${id} AND ${instances.column(db, 'instance', 'id')} =
       (SELECT ${tasks.column(db, 'asked', 'instanceId')} FROM ${tasks.quoted(db)} AS asked WHERE ${tasks.column(db, 'asked', 'id')} = ${id})
     ${isSqlite(db) ? '' : 'FOR UPDATE OF instance, task'}`,
    { type: QueryTypes.SELECT, transaction },
  );
  return row && { instance: instances.pick(row, 'instance'), task: tasks.pick(row, 'task') };
}
