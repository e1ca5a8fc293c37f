import type { CompleteTaskBody } from '../../common/api';
import { isRating } from '../ratings';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementOf, loadVersion, type LoadedVersion } from '../versions';
import { mustHold, rightOver } from './task-rights';

export const isRatingTask = (version: LoadedVersion, { elementId }: Pick<TaskRecord, 'elementId'>): boolean =>
  isRating(elementOf(version, elementId));

/**
 * A sheet is handed in by the rater who was asked, with choices and nothing else, and once in a case.
 *
 * @throws forbidden `rating.self`, `rating.ownHand`; bad input `rating.choicesOnly`; conflict `rating.handedIn`; and what
 * {@link mustHold} throws
 */
export async function mustRate(tx: Tx, actor: Actor, task: TaskRecord, body: CompleteTaskBody): Promise<null> {
  const right = await rightOver(tx, actor.userId, task);
  if (!right.may && right.reason === 'barred') throw forbidden('rating.self');
  const isForAnother = body.onBehalfOf !== undefined || (right.may && right.actingFor !== null);
  if (isForAnother) throw forbidden('rating.ownHand');
  await mustHold(tx, actor, task);
  if (body.opinion?.trim() || (body.fileIds ?? []).length > 0) throw badInput('rating.choicesOnly');
  const { instanceId, elementId } = task;
  const own = { instanceId, elementId, status: 'completed', completedById: actor.userId };
  if ((await tables.tasks.count(tx, own)) > 0) throw conflict('rating.handedIn');
  return null;
}

/** @throws forbidden `rating.ownHand`: a sheet is not handed on, sent back, entered for somebody or kept on the server */
export async function mustNotBeRating(tx: Tx, task: TaskRecord): Promise<void> {
  if (isRatingTask(await loadVersion(tx, task.versionId), task)) throw forbidden('rating.ownHand');
}
