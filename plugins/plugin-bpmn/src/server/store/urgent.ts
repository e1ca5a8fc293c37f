import { Op, type WhereOptions } from 'sequelize';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord } from './rows';
import { tables } from './tables';

/** How late something is. */
export type Due = Pick<InstanceRecord, 'dueAt' | 'nearAt' | 'isDueProvisional'>;

const HAS_DEADLINE: WhereOptions = { dueAt: { [Op.ne]: null } };
const FIRST = { order: [['dueAt', 'ASC']] } as const;
const DUE = ['dueAt', 'nearAt', 'isDueProvisional'] as const;

/** The open task of an instance that is due first, but for those of some tokens; undefined when none has a deadline. */
export async function mostUrgentTask(tx: Tx, instanceId: string, exceptOf: readonly string[]): Promise<Due | undefined> {
  const others = exceptOf.length > 0 ? { tokenId: { [Op.notIn]: [...exceptOf] } } : {};
  const open = { instanceId, status: 'open', ...HAS_DEADLINE, ...others };
  const [first] = await tables.tasks.selectColumns(tx, DUE, open, { ...FIRST, limit: 1 });
  return first;
}

/** The open case that an instance called and that is due first, by its own tasks or by what it called itself. */
export async function mostUrgentCalled(tx: Tx, parentInstanceId: string): Promise<Due | undefined> {
  const open = { parentInstanceId, status: ['running', 'suspended'], ...HAS_DEADLINE };
  const [first] = await tables.instances.selectColumns(tx, DUE, open, { ...FIRST, limit: 1 });
  return first;
}
