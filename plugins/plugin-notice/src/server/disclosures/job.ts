import type { Application } from '@nocobase/server';
import { engineOf, jobHandlersOf, localDateOf, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import { openPeriods } from './open';
import { addDays } from './periods';
import { archiveKept } from './published';

const DAILY = 'notice.calendarDay';

/** Every day shortly after midnight, at the place; once for all nodes. */
export function registerCalendar(app: Application): void {
  jobHandlersOf(app.db).set(DAILY, { kind: 'inTransaction', run: calendarDay });
  const ask = () => engineOf(app.db).write((tx) => queueJobs(tx, [jobOf(localDateOf(tx.now), 'start')]));
  // NocoBase waits for what a listener returns, though its types do not say so
  app.on('afterStart', ask as () => void);
}

async function calendarDay(tx: Tx): Promise<void> {
  await openPeriods(tx);
  const today = localDateOf(tx.now);
  const isMoreLeft = await archiveKept(tx);
  await queueJobs(tx, isMoreLeft ? [moreOf(tx, today)] : []);
  await queueJobs(tx, [jobOf(addDays(today, 1), 'day')]);
}

/** What one run leaves is carried on by another, so that no transaction is long. */
const moreOf = (tx: Tx, day: string) => ({ ...jobOf(day, `more:${tx.now}`), dueAt: tx.now + 1 });

const jobOf = (day: string, occasion: string) => ({
  kind: DAILY,
  payload: { day },
  dueAt: Date.parse(`${day}T00:00:00+08:00`),
  idempotencyKey: `${DAILY}:${day}:${occasion}`,
});
