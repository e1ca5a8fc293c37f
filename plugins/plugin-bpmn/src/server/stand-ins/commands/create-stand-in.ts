import type { Actor } from '../../runtime/actor';
import { isAdministrator } from '../../runtime/administrators';
import { engineOf } from '../../runtime/engine';
import { badInput, conflict, forbidden } from '../../runtime/errors';
import { isLocalDate, localDateOf } from '../../runtime/local-date';
import type { Tx } from '../../runtime/tx';
import { findOverlap, isCyclic } from '../rules';
import { insertStandIn, lockPeople, standInsBetween } from '../store';
import type { NewStandIn, StandIn } from '../types';

/**
 * Lets somebody act for an absent person during a date range.
 *
 * Who may: the absent person, or an administrator for them. Refused: oneself as stand-in, days that are over, a range in
 * which another stand-in holds for some same process, and rings (A for B while B for A). Changes one table row; it never
 * touches tasks: whose they are stays, the stand-in sees and does them as "for" the absent person while it holds.
 */
export async function createStandIn(tx: Tx, actor: Actor, input: NewStandIn): Promise<StandIn> {
  if (actor.userId !== input.absentId && !isAdministrator(actor)) throw forbidden('standIn.notYours');
  const reason = checkInput(tx, input);
  const names = await lockPeople(tx, [input.absentId, input.standInId]);
  const standIn: StandIn = {
    id: engineOf(tx.db).newId(),
    absent: personIn(names, input.absentId),
    standIn: personIn(names, input.standInId),
    fromOn: input.fromOn,
    untilOn: input.untilOn,
    processKeys: input.processKeys?.length ? [...new Set(input.processKeys)] : null,
    reason,
    createdBy: { id: actor.userId, name: actor.name },
    createdAt: tx.now,
    revoked: null,
  };
  await refuseClashes(tx, standIn);
  await insertStandIn(tx, standIn);
  return standIn;
}

function checkInput(tx: Tx, { absentId, standInId, fromOn, untilOn, reason }: NewStandIn): string {
  if (absentId === standInId) throw badInput('standIn.self');
  const isRange = isLocalDate(fromOn) && isLocalDate(untilOn) && fromOn <= untilOn;
  if (!isRange || untilOn < localDateOf(tx.now)) throw badInput('standIn.badRange', { fromOn, untilOn });
  if (reason.trim() === '') throw badInput('reason.missing');
  return reason.trim();
}

function personIn(names: ReadonlyMap<number, string>, id: number): { readonly id: number; readonly name: string } {
  const name = names.get(id);
  if (name === undefined) throw badInput('person.notFound', { userId: id });
  return { id, name };
}

async function refuseClashes(tx: Tx, { absent, standIn, fromOn, untilOn, processKeys }: StandIn): Promise<void> {
  const planned = { absentId: absent.id, standInId: standIn.id, processKeys };
  const sameDays = await standInsBetween(tx, fromOn, untilOn);
  const overlap = findOverlap(planned, sameDays);
  if (overlap)
    throw conflict('standIn.overlaps', { name: overlap.standIn.name, fromOn: overlap.fromOn, untilOn: overlap.untilOn });
  if (isCyclic(planned, sameDays)) throw conflict('standIn.cyclic', { name: standIn.name });
}
