import { Op, type WhereOptions } from 'sequelize';
import type { Tx } from '../runtime/tx';
import { casesWithin, tables, type InstanceRecord, type TaskRecord } from '../store';

const BATCH = 200;
const OPEN = ['running', 'suspended'];

/** Open cases that have a deadline, at a place and below or everywhere, in batches. Index: (status, processKey, placeId). */
export async function* casesWithDeadlines(tx: Tx, placeId: string | null): AsyncGenerator<readonly InstanceRecord[]> {
  const where = await openCases(tx, placeId);
  for (let last = ''; ; ) {
    const next = { [Op.and]: [where, { dueAt: { [Op.ne]: null }, id: { [Op.gt]: last } }] };
    const cases = await tables.instances.select(tx, next, { order: [['id', 'ASC']], limit: BATCH });
    if (cases.length > 0) yield cases;
    if (cases.length < BATCH) return;
    last = String(cases.at(-1)?.id);
  }
}

export const countOpenCases = async (tx: Tx, placeId: string | null): Promise<number> =>
  tables.instances.count(tx, await openCases(tx, placeId));

async function openCases(tx: Tx, placeId: string | null): Promise<WhereOptions> {
  const open: WhereOptions = { status: OPEN };
  return placeId === null ? open : { [Op.and]: [open, await casesWithin(tx, [placeId])] };
}

/** Open tasks of these cases that are not late yet. */
export const tasksInTime = (tx: Tx, cases: readonly InstanceRecord[]): Promise<TaskRecord[]> =>
  tables.tasks.select(tx, { instanceId: cases.map(({ id }) => id), status: 'open', dueAt: { [Op.gt]: tx.now } });
