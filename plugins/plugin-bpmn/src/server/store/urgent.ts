import { Op, type WhereOptions } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord } from './rows';
import { tables } from './tables';

/** How late something is. */
export type Due = Pick<InstanceRecord, 'dueAt' | 'nearAt' | 'isDueProvisional'>;

const HAS_DEADLINE: WhereOptions = { dueAt: { [Op.ne]: null } };
const FIRST: { order: [string, string][] } = { order: [['dueAt', 'ASC']] };

/** The open task of an instance that is due first; undefined when none has a deadline. */
export function mostUrgentTask(tx: Tx, instanceId: string): Promise<Due | undefined> {
  return tables.tasks.find(tx, { instanceId, status: 'open', ...HAS_DEADLINE }, FIRST);
}

/** The open case that an instance called and that is due first, by its own tasks or by what it called itself. */
export function mostUrgentCalled(tx: Tx, parentInstanceId: string): Promise<Due | undefined> {
  return tables.instances.find(tx, { parentInstanceId, status: ['running', 'suspended'], ...HAS_DEADLINE }, FIRST);
}
