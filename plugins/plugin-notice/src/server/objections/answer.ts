import { badInput, conflict, isLocalDate, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { AnswerBody, HearingBody } from '../../common/api';
import type { Who } from '../rights';
import type { NoticeRecord } from '../store';
import { closeObjection, correctNotice } from './closing';
import { queueDue, workingDaysAfter } from './due';
import { act } from './locked-objection';
import { numbersAt } from './parameters';
import { affectedStepsOf } from './ports';
import { reasonIn } from './reason';

/** Who decides on it, once it is accepted: that those who object were heard, and what they said. */
export const recordHearing = (tx: Tx, who: Who, id: string, { hearingOn, notes }: HearingBody): Promise<void> =>
  act(tx, who, ['recordHearing', id], async (locked) => {
    const acceptedOn = localDateOf(locked.objection.acceptedAt ?? tx.now);
    const isPossible = isLocalDate(hearingOn) && hearingOn >= acceptedOn && hearingOn <= localDateOf(tx.now);
    if (!isPossible) throw badInput('objection.hearingOn', { since: acceptedOn, until: localDateOf(tx.now) });
    locked.change({ status: 'hearing', hearingOn, hearingNotes: reasonIn(notes) });
    locked.note('heard', { hearingOn });
  });

/**
 * Who decides on it, once it is accepted and, where many object together, heard. One that stands withdraws the notice and is closed; with any other answer
 * whoever objected may go to the level above for some days, unless that has answered itself.
 */
export const answerObjection = (tx: Tx, who: Who, id: string, body: AnswerBody): Promise<void> =>
  act(tx, who, ['answer', id], async (locked) => {
    const { level, people, hearingOn, placeId } = locked.objection;
    const { group, appealDays } = await numbersAt(tx, placeId);
    if (people >= group && hearingOn === null) throw conflict('objection.hearingMissing', { people, group });
    const { decision } = body;
    const affectedStep = decision === 'upheld' ? await stepIn(tx, locked.notice, body.affectedStep) : null;
    const by = { answeredById: who.actor.userId, answeredByName: who.actor.name };
    locked.change({ status: 'answered', decision, answer: reasonIn(body.answer), affectedStep, answeredAt: tx.now, ...by });
    locked.note('answered', { decision, level, affectedStep });
    if (decision !== 'rejected') correctNotice(locked, who.actor, { decision, affectedStep });
    if (decision === 'upheld' || level === 'township') return closeObjection(tx, locked, who.actor);
    const dueAt = await workingDaysAfter(tx, { placeId }, { day: localDateOf(tx.now), amount: appealDays });
    locked.change({ dueAt });
    locked.afterwards((later) => queueDue(later, id, dueAt));
  });

/** @throws bad input `objection.stepMissing` */
export async function stepIn(tx: Tx, notice: NoticeRecord, step: string | undefined): Promise<string | null> {
  const steps = await affectedStepsOf(tx.db).of(tx, notice);
  if (steps.length === 0) return null;
  if (step !== undefined && steps.some((one) => one.step === step)) return step;
  throw badInput('objection.stepMissing', { steps: steps.map((one) => one.step) });
}
