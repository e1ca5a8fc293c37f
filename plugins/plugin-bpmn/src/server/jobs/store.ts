import type { Instant } from '@wuxin/bpmn-core';
import { Op } from 'sequelize';
import { type JobRecord, type ReadTx, type SelectOptions, type SubscriptionRecord, tables } from '../store';

export type Due =
  | { readonly kind: 'job'; readonly dueAt: Instant; readonly job: JobRecord }
  | { readonly kind: 'timer'; readonly dueAt: Instant; readonly timer: SubscriptionRecord };

/** What is due first in a case and those that it called: a job of one of these kinds, or a timer. */
export async function nextDue(
  tx: ReadTx,
  { instanceId, until, kinds }: { readonly instanceId: string; readonly until: Instant; readonly kinds: readonly string[] },
): Promise<Due | undefined> {
  const where = { instanceId: await familyOf(tx, instanceId), dueAt: { [Op.lte]: until } };
  const first: SelectOptions = {
    order: [
      ['dueAt', 'ASC'],
      ['id', 'ASC'],
    ],
    limit: 1,
  };
  const [job] = await tables.jobs.select(tx, { ...where, kind: [...kinds], status: 'ready' }, first);
  const [timer] = await tables.subscriptions.select(tx, { ...where, kind: 'timer' }, first);
  const due: Due[] = [
    ...(job ? [{ kind: 'job' as const, dueAt: job.dueAt, job }] : []),
    // one that was set for a time that was over already is due when it was set
    ...(timer && timer.dueAt !== null ? [{ kind: 'timer' as const, dueAt: Math.max(timer.dueAt, timer.openedAt), timer }] : []),
  ];
  return due.sort((a, b) => a.dueAt - b.dueAt)[0];
}

/** The case and all that it called, over or not: what has just ended still has to tell its caller. */
async function familyOf(tx: ReadTx, instanceId: string): Promise<string[]> {
  const family = [instanceId];
  for (let level = [instanceId]; level.length > 0; ) {
    const called = await tables.instances.selectColumns(tx, ['id'], { parentInstanceId: level });
    level = called.map(({ id }) => id);
    family.push(...level);
  }
  return family;
}
