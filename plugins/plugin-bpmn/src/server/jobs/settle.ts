import type { Instant } from '@wuxin/bpmn-core';
import { fireTimer } from '../commands';
import { SYSTEM } from '../runtime/actor';
import type { Engine } from '../runtime/engine';
import { tables } from '../store';
import { caseJobs } from './case-jobs';
import { jobHandlersOf } from './handlers';
import { type Due, nextDue } from './store';

/**
 * Carries out what a case and the cases that it called have due until a moment, each at its own time: timers fire and called cases
 * begin, end and tell their callers. For cases that are played with {@link Engine.writeAt}; messages to people are left to the
 * workers. What fails throws: nobody waits for another try.
 */
export async function settleCase(engine: Engine, instanceId: string, until: Instant): Promise<void> {
  for (;;) {
    const next = await engine.read((tx) => nextDue(tx, { instanceId, until, kinds: Object.keys(caseJobs) }));
    if (!next) return;
    await carryOut(engine, next);
  }
}

async function carryOut(engine: Engine, due: Due): Promise<void> {
  await engine.writeAt(due.dueAt, async (tx) => {
    switch (due.kind) {
      case 'timer':
        return fireTimer(tx, SYSTEM, due.timer.id);
      case 'job': {
        const handler = jobHandlersOf(engine.db).get(due.job.kind);
        if (handler?.kind === 'inTransaction') await handler.run(tx, due.job);
        await tables.jobs.delete(tx, { id: due.job.id });
      }
    }
  });
}
