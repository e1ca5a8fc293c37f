import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Who } from '../rights';
import { closeObjection } from './closing';
import { queueDue, workingDaysAfter } from './due';
import { act } from './locked-objection';
import { numbersAt } from './parameters';
import { raise } from './raise';
import { reasonIn } from './reason';
import { levelOf } from './standing';

/** Who decides on it, while it is received: from now on it has to be answered in time. */
export const acceptObjection = (tx: Tx, who: Who, id: string): Promise<void> =>
  act(tx, who, ['accept', id], async (locked) => {
    const { level, placeId } = locked.objection;
    const { answerDays, townshipDays } = await numbersAt(tx, placeId);
    const amount = level === 'community' ? answerDays : townshipDays;
    const dueAt = await workingDaysAfter(tx, { placeId }, { day: localDateOf(tx.now), amount });
    locked.change({ status: 'accepted', acceptedAt: tx.now, dueAt });
    locked.note('accepted', { level, dueAt });
    locked.afterwards((later) => queueDue(later, id, dueAt));
  });

/** Who decides on it, while it is received; never without a reason, which whoever objected reads. */
export const refuseObjection = (tx: Tx, who: Who, id: string, reason: string): Promise<void> =>
  act(tx, who, ['refuse', id], async (locked) => {
    const { userId: answeredById, name: answeredByName } = who.actor;
    locked.change({ answer: reasonIn(reason), answeredAt: tx.now, answeredById, answeredByName });
    await closeObjection(tx, locked, who.actor, 'refused');
  });

/**
 * Who decides on it, while it is open: names whose act it is against, or (null) that it is against nobody in particular. Who is named neither decides
 * nor learns who objects; where that leaves nobody, the level above decides.
 */
export const setAgainst = (tx: Tx, who: Who, id: string, againstUserId: number | null): Promise<void> =>
  act(tx, who, ['setAgainst', id], async (locked) => {
    locked.change({ againstUserId });
    locked.note('againstSet', { againstUserId });
    const { notice, objection, staff } = locked;
    const isDecided = objection.level === 'township' || objection.status === 'answered';
    if (isDecided || levelOf({ notice, objection, staff }) === 'community') return;
    await raise(tx, locked, 'against');
  });
