import { Op } from 'sequelize';
import type { Home, HomeTask } from '../../../common/api';
import { tables, type OrderBy, type TaskRecord } from '../../store';
import { levelScope } from '../deadline-view';
import { mostUrgentTasks, rowsOfCases } from '../inbox';
import type { Reader } from '../reader';
import { actedCases, todoScope } from '../scopes';

/** As many as one looks through at a glance; the rest is in the inbox. */
const MAX_TASKS = 6;
const MAX_CASES = 5;
const MOST_COUNTED = 1000;

export async function tasksToDo(reader: Reader): Promise<Home['todo']> {
  const { tx } = reader;
  const { tasks, rows } = await mostUrgentTasks(reader, MAX_TASKS);
  const drafts = await draftsOf(reader, tasks);
  const counts = { near: levelScope('near', tx.now), overdue: levelScope('overdue', tx.now) };
  const [all] = await tables.tasks.groupBy(tx, ['status'], todoScope(reader), { counts, sample: 'id' });
  const { count = 0, near = 0, overdue = 0 } = all ?? {};
  return { rows: rows.map((row) => withDraft(row, drafts)), counts: { onTime: count - near - overdue, near, overdue } };
}

const withDraft = (row: Omit<HomeTask, 'hasDraft'>, drafts: ReadonlySet<string>): HomeTask => ({
  ...row,
  hasDraft: row.taskId !== null && drafts.has(row.taskId),
});

async function draftsOf({ tx, actor }: Reader, tasks: readonly TaskRecord[]): Promise<ReadonlySet<string>> {
  const taskId = tasks.filter(({ hasDrafts }) => hasDrafts !== false).map(({ id }) => id);
  const kept = taskId.length > 0 ? await tables.drafts.selectColumns(tx, ['taskId'], { taskId, userId: actor.userId }) : [];
  return new Set(kept.map((draft) => draft.taskId));
}

/**
 * Open cases, the most urgent first, then those that have run for longest. What a case called is not shown beside it: it is where that
 * one stands. Nobody looks at more than some; beyond {@link MOST_COUNTED} they are not even counted.
 */
export async function casesTakenPartIn(reader: Reader): Promise<Home['cases']> {
  const { tx } = reader;
  const where = { [Op.and]: [{ status: ['running', 'suspended'] }, actedCases(reader)] };
  const order: OrderBy[] = [...tables.instances.ascending(tx.db, 'dueAt'), ['startedAt', 'ASC'], ['id', 'ASC']];
  const open = await tables.instances.selectColumns(tx, ['id', 'parentInstanceId'], where, { order, limit: MOST_COUNTED });
  const known = new Set(open.map(({ id }) => id));
  const tops = open.filter(({ parentInstanceId }) => parentInstanceId === null || !known.has(parentInstanceId));
  const shown = tops.slice(0, MAX_CASES).map(({ id }) => id);
  const instances = shown.length > 0 ? await tables.instances.select(tx, { id: shown }, { order }) : [];
  return { rows: await rowsOfCases(reader, instances), total: tops.length };
}
