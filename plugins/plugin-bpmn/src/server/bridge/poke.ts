import type { Database, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Transaction, WhereOptions } from 'sequelize';
import { caseChangesOf } from '../runtime/case-changes';
import { engineOf } from '../runtime/engine';
import { tables } from '../store';
import { CALL_JOB } from './call/call-job';
import { tokenOfEvent } from './call/executions-store';
import { RESUME_JOB } from './nodes/resume-job';

/**
 * Makes a waiting look due when what it waits for has happened: a workflow ended, or a case that a workflow started. Only a
 * matter of speed: the looks come round by themselves.
 */
export function registerPokes(app: Application): void {
  const { db } = app;
  db.on('executions.afterUpdate', (execution: Model, { transaction }: { transaction?: Transaction | null }) => {
    const tokenId = tokenOfEvent(execution.get('eventKey'));
    if (tokenId === undefined || !hasEnded(execution.get('status'))) return;
    const poke = () => lookNow(app, db, { kind: CALL_JOB, tokenId });
    if (transaction) transaction.afterCommit(poke);
    else setImmediate(poke);
  });
  caseChangesOf(db).listen(({ instanceId, hasEnded: isOver }) => {
    if (isOver) setImmediate(() => lookNow(app, db, { kind: RESUME_JOB, instanceId }));
  });
}

/** NocoBase: null is queued, 0 has started. */
const hasEnded = (status: unknown) => typeof status === 'number' && status !== 0;

/** A transaction of its own, after the one that told us: nothing of ours runs inside somebody else's. */
function lookNow(app: Application, db: Database, where: WhereOptions): void {
  const engine = engineOf(db);
  tables.jobs
    .find({ db }, where)
    .then((job) => job && engine.write((tx) => tables.jobs.update(tx, { id: job.id, status: 'ready' }, { dueAt: tx.now })))
    .catch((error) =>
      app.log.warn('wuxin: a look could not be moved forward', { reason: error instanceof Error ? error.name : 'unknown' }),
    );
}
