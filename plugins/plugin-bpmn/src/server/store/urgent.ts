import { Op } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { TaskRecord } from './rows';
import { tables } from './tables';

/** The open task of an instance that is due first; undefined when none has a deadline. */
export function mostUrgentTask(tx: Tx, instanceId: string): Promise<TaskRecord | undefined> {
  const withDeadline = { instanceId, status: 'open', dueAt: { [Op.ne]: null } };
  return tables.tasks.find(tx, withDeadline, { order: [['dueAt', 'ASC']] });
}
