import { engineOf, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import { changeWallRow, countOfNotices, type ListCursor } from './store';

export const REBUILD_JOB = 'notice.wallRebuild';

/** How far a rebuild has come: what depends on options only, then lists, then notices. */
export type RebuildStep =
  | { readonly stage: 'fixed' }
  | ({ readonly stage: 'lists' } & ListCursor)
  | { readonly stage: 'notices'; readonly after: string };

export const queueStep = (tx: Tx, id: string, step: RebuildStep): Promise<void> =>
  queueJobs(tx, [
    {
      kind: REBUILD_JOB,
      payload: { id, step: { ...step } },
      dueAt: tx.now,
      idempotencyKey: `${REBUILD_JOB}:${id}:${JSON.stringify(step)}`,
    },
  ]);

/** From its beginning; one that is under way ends where it is. The wall is locked. */
export async function startRebuild(tx: Tx, digest: string): Promise<void> {
  const id = engineOf(tx.db).newId();
  const notices = await countOfNotices(tx);
  await changeWallRow(tx, { rebuild: { id, digest, startedAt: tx.now, finishedAt: null, written: 0, notices } });
  await queueStep(tx, id, { stage: 'fixed' });
}
