import type { Json } from '@wuxin/bpmn-core';
import type { CompleteTaskBody } from '../../common/api';
import type { FrozenForm } from '../forms';
import {
  addsUp,
  addToSums,
  agreedCount,
  countedRating,
  countIn,
  hasCounted,
  isRating,
  itemName,
  keepCount,
  sheetOf,
  type Sheet,
} from '../ratings';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementOf, loadVersion, type LoadedVersion } from '../versions';
import type { OpenedInstance } from './opened-instance';
import { mustHold, rightOver } from './task-rights';

export const isRatingTask = (version: LoadedVersion, { elementId }: Pick<TaskRecord, 'elementId'>): boolean =>
  isRating(elementOf(version, elementId));

/**
 * A sheet is handed in by the rater who was asked, with choices and nothing else, and once in a case, here or on paper.
 *
 * @throws forbidden `rating.self`, `rating.ownHand`; bad input `rating.choicesOnly`; conflict `rating.handedIn`, `rating.onPaper`; and
 * what {@link mustHold} throws
 */
export async function mustRate(tx: Tx, actor: Actor, task: TaskRecord, body: CompleteTaskBody): Promise<null> {
  await mustBeOwnHand(tx, actor, { task, body, ofSelf: 'rating.self' });
  const { instanceId, elementId } = task;
  const own = { instanceId, elementId, status: 'completed', completedById: actor.userId };
  if ((await tables.tasks.count(tx, own)) > 0) throw conflict('rating.handedIn');
  const onPaper = await agreedCount(tx, { instanceId, elementId });
  if (onPaper?.raterIds.includes(actor.userId)) throw conflict('rating.onPaper');
  return null;
}

interface Entry {
  readonly task: TaskRecord;
  readonly body: CompleteTaskBody;
  /** Refusal of who is rated themselves. */
  readonly ofSelf: 'rating.self' | 'rating.tellerSelf';
}

async function mustBeOwnHand(tx: Tx, actor: Actor, { task, body, ofSelf }: Entry): Promise<void> {
  const right = await rightOver(tx, actor.userId, task);
  if (!right.may && right.reason === 'barred') throw forbidden(ofSelf);
  const isForAnother = body.onBehalfOf !== undefined || (right.may && right.actingFor !== null);
  if (isForAnother) throw forbidden('rating.ownHand');
  await mustHold(tx, actor, task);
  if (body.opinion?.trim() || (body.fileIds ?? []).length > 0) throw badInput('rating.choicesOnly');
}

/**
 * Paper sheets are counted by two tellers, each with their own hand and once in a round; whom the rating is about is none of them.
 *
 * @throws forbidden `rating.tellerSelf`, `rating.ownHand`; bad input `rating.choicesOnly`; conflict `rating.sameTeller`; and what
 * {@link mustHold} throws
 */
export function mustCount(ratingId: string) {
  return async (tx: Tx, actor: Actor, task: TaskRecord, body: CompleteTaskBody): Promise<null> => {
    await mustBeOwnHand(tx, actor, { task, body, ofSelf: 'rating.tellerSelf' });
    const rating = { instanceId: task.instanceId, elementId: ratingId };
    if (await hasCounted(tx, rating, actor.userId)) throw conflict('rating.sameTeller');
    return null;
  };
}

/** What a rater or a teller entered goes where nobody sees it: into the sums, or beside what the other teller counts. */
export async function keepEntered(
  { tx, version, session }: OpenedInstance,
  actor: Actor,
  task: TaskRecord,
  values: Readonly<Record<string, Json>>,
): Promise<void> {
  const { instanceId, elementId } = task;
  const element = elementOf(version, elementId);
  const ratingId = countedRating(element);
  const sheet = sheetIn(version, ratingId ?? elementId);
  if (ratingId === undefined) return addToSums(tx, { instanceId, elementId }, sheet, values);
  const raterIds = idsIn(session.instance.variables[element.settings.config?.['raters'] ?? '']);
  const count = countIn(values, sheet);
  const fault = addsUp(count, raterIds.length);
  if (fault) throw badInput(fault.code, fault.code === 'rating.paperItem' ? named(version, ratingId, fault) : fault);
  await keepCount(tx, { instanceId, elementId: ratingId }, { tellerId: actor.userId, count, raterIds });
}

function named(version: LoadedVersion, ratingId: string, { item, ...fault }: { readonly item: string }) {
  const name = itemName(version, ratingId, item);
  return { ...fault, item: name['zh-CN'], itemEn: name['en-US'] };
}

function sheetIn(version: LoadedVersion, elementId: string): Sheet {
  const form = version.record.forms[elementId] as FrozenForm | undefined; // frozen by publishProcess
  return sheetOf(elementOf(version, elementId), form);
}

const idsIn = (value: Json | undefined): number[] =>
  (Array.isArray(value) ? value : []).map(Number).filter((id) => Number.isSafeInteger(id));

/** @throws forbidden `rating.ownHand`: a sheet is not handed on, sent back, entered for somebody or kept on the server */
export async function mustNotBeRating(tx: Tx, task: TaskRecord): Promise<void> {
  if (isRatingTask(await loadVersion(tx, task.versionId), task)) throw forbidden('rating.ownHand');
}
