import { conflict, localDateOf, notFound, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { ReconsiderBody } from '../../common/api';
import { codeDigest } from '../codes';
import { textIn } from '../intake';
import type { Who } from '../rights';
import { tables } from '../store';
import { stepIn } from './answer';
import { closeObjection, correctNotice } from './closing';
import { queueDue, workingDaysAfter } from './due';
import { act, LockedObjection } from './locked-objection';
import { numbersAt } from './parameters';
import { reasonIn } from './reason';

/** Whoever enters objections, for whoever objected and is not content with the answer: the level above looks again. */
export const appealObjection = (tx: Tx, who: Who, id: string, text: string): Promise<void> =>
  act(tx, who, ['appeal', id], (locked) => appeal(tx, locked, text));

/**
 * The same by whoever has the acknowledgement code.
 *
 * @throws not found `objection.codeUnknown`; conflict `objection.notNow`, `objection.appealOver`
 */
export async function appealByCode(tx: Tx, { code, text }: { readonly code: string; readonly text: string }): Promise<void> {
  const found = await tables.objections.find(tx, { codeDigest: codeDigest('objection', code) });
  const locked = found && (await LockedObjection.lock(tx, found.id));
  if (!locked) throw notFound('objection.codeUnknown');
  if (locked.objection.status !== 'answered') throw conflict('objection.notNow', { status: locked.objection.status });
  await appeal(tx, locked, text);
  await locked.save(null);
}

async function appeal(tx: Tx, locked: LockedObjection, text: string): Promise<void> {
  const { id, dueAt: until, placeId } = locked.objection;
  if (until === null || tx.now >= until) throw conflict('objection.appealOver');
  const { townshipDays } = await numbersAt(tx, placeId);
  const dueAt = await workingDaysAfter(tx, { placeId }, { day: localDateOf(tx.now), amount: townshipDays });
  locked.change({ status: 'appealed', level: 'township', appeal: textIn(text), appealedAt: tx.now, dueAt });
  locked.note('appealed', { dueAt });
  locked.afterwards((later) => queueDue(later, id, dueAt));
}

/** Of the level above: the answer stands, or the objection does after all. Either ends it here. */
export const reconsiderObjection = (tx: Tx, who: Who, id: string, body: ReconsiderBody): Promise<void> =>
  act(tx, who, ['reconsider', id], async (locked) => {
    const { reconsideration } = body;
    const { userId: reconsideredById, name: reconsideredByName } = who.actor;
    const reconsiderationText = reasonIn(body.text);
    locked.change({ reconsideration, reconsiderationText, reconsideredAt: tx.now, reconsideredById, reconsideredByName });
    locked.note('reconsidered', { reconsideration });
    if (reconsideration === 'upheld') await upheldAfterAll(tx, locked, who.actor, body.affectedStep);
    await closeObjection(tx, locked, who.actor);
  });

async function upheldAfterAll(tx: Tx, locked: LockedObjection, by: ActorOrSystem, step: string | undefined): Promise<void> {
  const affectedStep = await stepIn(tx, locked.notice, step);
  locked.change({ affectedStep });
  correctNotice(locked, by, { decision: 'upheld', affectedStep });
}

/** Who decides on it, once it is answered: whoever objected is content, so nobody waits for the level above. */
export const closeAnswered = (tx: Tx, who: Who, id: string): Promise<void> =>
  act(tx, who, ['close', id], (locked) => closeObjection(tx, locked, who.actor));
