import { jobHandlersOf, queueJobs, SYSTEM, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { endOfDay, localDate, addDays } from '@wuxin/workday';
import { z } from 'zod';
import { tables } from '../store';
import { LockedCollection } from './locked-collection';

const OPENS = 'notice.collectionOpens';
const CLOSES = 'notice.collectionCloses';
const ERASE = 'notice.opinionsErase';

/** The midnight that begins a day, and the one that ends it. */
export const startOf = (day: string): number => endOfDay(addDays(localDate(day), -1));
export const endOf = (day: string): number => endOfDay(localDate(day));

/** Opens and closes a collection whose days are fixed; days that begin anew have jobs of their own. */
export async function queueDays(tx: Tx, id: string, { opensOn, closesOn }: { opensOn: string; closesOn: string }): Promise<void> {
  const job = (kind: string, day: string, dueAt: number) => ({
    kind,
    payload: { id },
    dueAt,
    idempotencyKey: `${kind}:${id}:${day}`,
  });
  await queueJobs(tx, [job(OPENS, opensOn, startOf(opensOn)), job(CLOSES, closesOn, endOf(closesOn))]);
}

export const queueErasure = (tx: Tx, id: string, dueAt: number): Promise<void> =>
  queueJobs(tx, [{ kind: ERASE, payload: { id }, dueAt, idempotencyKey: `${ERASE}:${id}` }]);

const Payload = z.object({ id: z.string() });

export function registerOpinionJobs(db: Database): void {
  const set = (kind: string, run: (tx: Tx, locked: LockedCollection) => Promise<void>) =>
    jobHandlersOf(db).set(kind, {
      kind: 'inTransaction',
      run: async (tx, { payload }) => {
        const locked = await LockedCollection.lock(tx, Payload.parse(payload).id);
        if (!locked) return;
        await run(tx, locked);
        await locked.save(SYSTEM);
      },
    });
  set(OPENS, async (_, locked) => moveOn(locked, 'draft', 'open'));
  set(CLOSES, async (tx, locked) => {
    if (isOver(tx, locked.collection)) moveOn(locked, 'open', 'sorting');
  });
  set(ERASE, eraseGivers);
}

/** Its announcement may have been posted anew since the job was queued, and asks for longer. */
const isOver = ({ now }: Tx, { closesOn }: LockedCollection['collection']): boolean =>
  closesOn === null || now >= endOf(closesOn);

function moveOn(locked: LockedCollection, from: 'draft' | 'open', to: 'open' | 'sorting'): void {
  if (locked.collection.status !== from) return;
  locked.change({ status: to });
  locked.note(to === 'open' ? 'opened' : 'ended');
}

/** Who gave an opinion is forgotten; what was said and what became of it stays. */
async function eraseGivers(tx: Tx, locked: LockedCollection): Promise<void> {
  if (locked.collection.closedAt === null) return;
  const { id } = locked.collection;
  const opinions = await tables.opinions.update(tx, { collectionId: id }, { giverName: null, contact: null, lateReason: null });
  locked.note('erased', { opinions });
}
