import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { queueDue, workingDaysAfter } from './due';
import type { LockedObjection } from './locked-objection';
import { numbersAt } from './parameters';

/** From the community to the level above, which has its own time from now. */
export async function raise(tx: Tx, locked: LockedObjection, reason: 'late' | 'against'): Promise<void> {
  const { id, status, placeId } = locked.objection;
  const { townshipDays } = await numbersAt(tx, placeId);
  const dueAt = await workingDaysAfter(tx, { placeId }, { day: localDateOf(tx.now), amount: townshipDays });
  locked.change({ level: 'township', dueAt });
  locked.note('escalated', { status, reason, dueAt });
  locked.afterwards((later) => queueDue(later, id, dueAt));
}
