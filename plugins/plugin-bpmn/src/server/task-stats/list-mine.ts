import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type { InboxRow, InboxTab, TaskCentreRow } from '../../common/api';
import { action, reading } from '../actions';
import { type Reader, taskRows } from '../queries';
import { taskStatsOf } from './refresher';

const whole = z.coerce.number().int().min(1);
const Query = z.object({
  page: whole.optional(),
  pageSize: whole.max(200).optional(),
  filter: z.object({ status: z.string().optional(), processKey: z.string().optional() }).optional(),
});
type Query = z.output<typeof Query>;

interface Listed {
  readonly rows: readonly TaskCentreRow[];
  readonly count: number;
  readonly page: number;
  readonly pageSize: number;
  readonly totalPage: number;
}

/** The tabs of the inbox that a status of NocoBase's task centre shows, one after the other. */
function tabsOf(status: string | undefined): readonly InboxTab[] {
  if (status === 'pending') return ['todo'];
  return status === 'completed' ? ['done'] : ['todo', 'done'];
}

/** The reader's tasks as the task centre lists them: what the inbox shows, so that the two never tell different stories. */
export async function listMine(reader: Reader, { filter, page = 1, pageSize = 20 }: Query): Promise<Listed> {
  const rows: InboxRow[] = [];
  let count = 0;
  for (const tab of tabsOf(filter?.status)) {
    const offset = Math.max(0, (page - 1) * pageSize - count);
    const found = await taskRows(reader, { tab, processKey: filter?.processKey }, { limit: pageSize, offset });
    rows.push(...found.rows);
    count += found.total;
  }
  const shown = rows.slice(0, pageSize).flatMap((row) => (row.taskId === null ? [] : [{ ...row, id: row.taskId }]));
  return { rows: shown, count, page, pageSize, totalPage: Math.ceil(count / pageSize) };
}

const listed = action(Query, async (request, query) => {
  // who opens the list gets a true badge, whatever was missed meanwhile
  taskStatsOf(request.engine.db).touchPeople([request.actor.userId]);
  return reading(request, (reader) => listMine(reader, query));
});

/** `bpmnTasks:listMine`: rows in `data`, figures in `meta`, as NocoBase's own lists answer. */
export const listMineAction: HandlerType = async (context, next) => {
  await listed(context, async () => undefined);
  const answered = context as unknown as { body: { data?: Listed } }; // what `action` leaves: data, or errors without it
  if (answered.body.data) {
    const { rows, ...meta } = answered.body.data;
    Object.assign(context, { body: { data: rows, meta } });
  }
  await next();
};
