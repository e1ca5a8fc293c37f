import { Op, type WhereOptions } from 'sequelize';
import { peopleOf } from '../assignment';
import type { CaseChange } from '../runtime/case-changes';
import type { Tx } from '../runtime/tx';
import { standInsFor } from '../stand-ins';
import { tables } from '../store';

/** Whose figures the changes touch: who holds, held, can take, stands in for or has done one of the tasks. */
export async function peopleAffected(tx: Tx, changes: readonly CaseChange[]): Promise<ReadonlySet<number>> {
  const tokenIds = [...new Set(changes.flatMap((change) => change.tokenIds))];
  const around = tokenIds.length > 0 ? await peopleAround(tx, { tokenId: tokenIds }) : [];
  return new Set([...changes.flatMap(({ formerHolderIds }) => formerHolderIds), ...around]);
}

/** Whose figures a process that ended may have left behind: of tasks that were opened or closed lately. */
export function peopleOfRecentTasks(tx: Tx, since: number): Promise<readonly number[]> {
  const lately = { [Op.gte]: since };
  return peopleAround(tx, { [Op.or]: [{ openedAt: lately }, { closedAt: lately }] });
}

/** Everybody who has a task now or had one: what a repair without names means. */
export async function everybodyWithTasks(tx: Tx): Promise<readonly number[]> {
  return [...new Set([...(await peopleNamed(tx, {})), ...(await peopleAsked(tx, { status: 'open' }))])];
}

/** A handful of statements, and memory that grows with people, not with tasks. */
async function peopleAround(tx: Tx, where: WhereOptions): Promise<readonly number[]> {
  const people = new Set([...(await peopleNamed(tx, where)), ...(await peopleAsked(tx, where))]);
  for (const { standIn } of await standInsFor(tx, [...people])) people.add(standIn.id);
  return [...people];
}

/** Who holds one of the tasks, has done it, or gets it back. */
async function peopleNamed(tx: Tx, where: WhereOptions): Promise<readonly number[]> {
  const named: number[] = [];
  for (const column of ['assigneeId', 'delegatorId', 'completedById', 'onBehalfOfId'] as const) {
    const isNamed = { [Op.and]: [where, { [column]: { [Op.ne]: null } }] };
    for (const row of await tables.tasks.countBy(tx, [column], isNamed)) if (row[column] !== null) named.push(row[column]);
  }
  return named;
}

/** Who is in one of the groups that the tasks were given to. */
async function peopleAsked(tx: Tx, where: WhereOptions): Promise<readonly number[]> {
  const keys = await tables.candidates.countBy(tx, ['groupKey'], { taskId: tables.tasks.among(tx.db, 'id', where) });
  const members = await peopleOf(
    tx,
    keys.map(({ groupKey }) => groupKey),
  );
  return [...members.values()].flat().map(({ id }) => id);
}
