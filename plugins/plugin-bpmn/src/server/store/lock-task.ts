import { QueryTypes } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord, TaskRecord } from './rows';
import { isSqlite } from './dialect';
import type { RawRow } from './table';
import { tables } from './tables';

/**
 * A task and its instance, locked and read in one statement. Both rows are as they are once the lock is held, also when
 * somebody else changed them while it was waited for: that is why the task is locked too. The instance stands first, so it is
 * locked first, as in every command.
 */
export async function lockTask(tx: Tx, taskId: string): Promise<{ instance: InstanceRecord; task: TaskRecord } | undefined> {
  const { db, transaction } = tx;
  const { instances, tasks } = tables;
  const [row] = await db.sequelize.query<RawRow>(
    `SELECT ${instances.columnsOf(db, 'instance')}, ${tasks.columnsOf(db, 'task')}
     FROM ${instances.quoted(db)} AS instance
     INNER JOIN ${tasks.quoted(db)} AS task ON ${tasks.column(db, 'task', 'instanceId')} = ${instances.column(db, 'instance', 'id')}
     WHERE ${tasks.column(db, 'task', 'id')} = ${db.sequelize.escape(taskId)} ${isSqlite(db) ? '' : 'FOR UPDATE'}`,
    { type: QueryTypes.SELECT, transaction },
  );
  return row && { instance: instances.pick(row, 'instance'), task: tasks.pick(row, 'task') };
}
