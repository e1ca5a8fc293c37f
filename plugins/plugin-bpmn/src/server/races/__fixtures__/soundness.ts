import type { Desk } from '../../__fixtures__';
import { verifyChain } from '../../history';
import { tables } from '../../store';

/** Jobs that do a token's work; others, such as messages to people, find out by themselves that it is gone. */
const TOKEN_JOBS = ['service', 'startChild'];

/**
 * What is wrong with the rows of a case, in words; nothing when they fit together: the history chain is whole, an open task
 * has its token, and what is over has left nothing behind.
 */
export async function faultsOf(desk: Desk, instanceId: string): Promise<string[]> {
  const where = { instanceId };
  const instance = await desk.row(instanceId);
  const tokens = new Set((await tables.tokens.select(desk, where)).map(({ id }) => id));
  const tasks = await tables.tasks.select(desk, where);
  const waiting = await tables.subscriptions.select(desk, where);
  const incidents = await tables.incidents.select(desk, { ...where, status: 'open', jobId: null });
  const jobs = await tables.jobs.select(desk, { ...where, kind: TOKEN_JOBS });
  const drafts = await tables.drafts.select(desk, { taskId: tasks.map(({ id }) => id) });
  const open = tasks.filter(({ status }) => status === 'open');
  const isOver = instance.endedAt !== null;
  const without = (name: string, rows: readonly { tokenId: string | null }[]) =>
    rows.filter(({ tokenId }) => tokenId !== null && !tokens.has(tokenId)).map(() => `${name} without a token`);
  return [
    ...without('open task', open),
    ...without('subscription', waiting),
    ...without('open incident', incidents),
    ...without('job', jobs),
    ...(isOver && tokens.size > 0 ? ['tokens of a case that is over'] : []),
    ...(!isOver && tokens.size === 0 ? ['a running case without tokens'] : []),
    ...drafts.filter(({ taskId }) => !open.some(({ id }) => id === taskId)).map(() => 'draft of a task that is over'),
    ...(await chainFaults(desk, instanceId)),
  ];
}

async function chainFaults(desk: Desk, instanceId: string): Promise<string[]> {
  const rows = await tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
  const payloads = await tables.historyPayloads.select(desk, { historyId: rows.map(({ id }) => id) });
  const fault = verifyChain(rows, new Map(payloads.map((row) => [row.historyId, row])), await desk.row(instanceId));
  return fault ? [`history: ${fault.fault} at ${fault.sequence}`] : [];
}
