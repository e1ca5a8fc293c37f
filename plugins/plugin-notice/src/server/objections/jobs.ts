import { jobHandlersOf, SYSTEM, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { z } from 'zod';
import { closeObjection } from './closing';
import { DUE, ERASE } from './due';
import { eraseObjector } from './erase';
import { LockedObjection } from './locked-objection';
import { raise } from './raise';

const Due = z.object({ objectionId: z.string(), dueAt: z.number() });
const Erase = z.object({ objectionId: z.string() });

export function registerObjectionJobs(db: Database): void {
  jobHandlersOf(db).set(DUE, { kind: 'inTransaction', run: (tx, { payload }) => isDue(tx, Due.parse(payload)) });
  jobHandlersOf(db).set(ERASE, {
    kind: 'inTransaction',
    run: (tx, { payload }) => eraseObjector(tx, Erase.parse(payload).objectionId),
  });
}

/** Whoever was faster than the clock has given it another time, or none. */
async function isDue(tx: Tx, { objectionId, dueAt }: z.output<typeof Due>): Promise<void> {
  const locked = await LockedObjection.lock(tx, objectionId);
  if (!locked || locked.objection.dueAt !== dueAt) return;
  switch (locked.objection.status) {
    case 'received':
    case 'accepted':
    case 'hearing':
    case 'appealed':
      await escalate(tx, locked);
      break;
    case 'answered':
      await closeObjection(tx, locked, SYSTEM);
      break;
    case 'closed':
    case 'refused':
      return;
  }
  await locked.save(SYSTEM);
}

/** The community was too late, so the level above decides. Above that there is nobody here: it stays due, and says so once. */
async function escalate(tx: Tx, locked: LockedObjection): Promise<void> {
  const { status, level } = locked.objection;
  if (level === 'community') await raise(tx, locked, 'late');
  else locked.note('overdue', { status });
}
