import type { Element, MultiInstance } from '@wuxin/bpmn-core';
import type { HandOverBody, RemovePersonBody } from '../../common/api';
import { written } from '../history';
import { isRating } from '../ratings';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ReadTx, type TaskRecord, type TokenRecord } from '../store';
import { elementOf, type LoadedVersion } from '../versions';
import { moveTokens, mustRun, openTask, save, type OpenedInstance } from './opened-instance';
import { personOf } from './people';
import { mustBeOpen, mustHoldOrAdminister } from './task-rights';

/**
 * Lets one more person do a step that several do (加签): at the same time as the others, or last where they go in turn. Who may: whoever holds one of its
 * tasks, and an administrator, where the drawing allows it. From: the step is under way. Never touches what the others have or did.
 *
 * @throws conflict `task.peopleFixed`, `task.personAlreadyIn`; bad input `task.reasonMissing`, `person.notFound`; forbidden `task.notYours`
 */
export async function addPersonToStep(tx: Tx, actor: Actor, taskId: string, { to, reason }: HandOverBody): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  await mustHoldOrAdminister(tx, actor, task);
  mustRun(opened);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  if (!peopleRights(opened.version, task).mayAdd) throw conflict('task.peopleFixed', { elementName: task.elementName });
  const person = await personOf(tx, to);
  if (await isInStep(opened, task, person.id)) throw conflict('task.personAlreadyIn', { person: person.name });
  opened.unit.record({
    kind: 'personAdded',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    data: { taskId, to: person.name },
    payload: written({ reason }),
  });
  await moveTokens(opened, { type: 'addInstance', tokenId: task.tokenId, item: person.id });
  await save(opened);
}

/**
 * Takes a person who has not done it yet out of a step that several do (减签); who is left may then be enough. Who may: whoever holds another of its
 * tasks, and an administrator, where the drawing allows it. Never: takes out the only one, or what somebody did.
 *
 * @param taskId the actor's own; an administrator names any of the step
 * @throws conflict `task.peopleFixed`, `task.alreadyHandled`, `task.cancelled`, `engine.lastInstance`; bad input `task.reasonMissing`,
 * `task.removesItself`; not found `task.notFound`
 */
export async function removePersonFromStep(
  tx: Tx,
  actor: Actor,
  taskId: string,
  { taskId: removedId, reason }: RemovePersonBody,
): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  await mustHoldOrAdminister(tx, actor, task);
  mustRun(opened);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  if (removedId === taskId) throw badInput('task.removesItself');
  if (!peopleRights(opened.version, task).mayRemove) throw conflict('task.peopleFixed', { elementName: task.elementName });
  const removed = await tables.tasks.find(tx, { id: removedId });
  if (!removed || !isOfSameStep(task, removed)) throw notFound('task.notFound', { taskId: removedId });
  mustBeOpen(removed);
  await opened.session.loadTokens(removed.plane);
  opened.unit.noteHolder(removed.assigneeId);
  const to = removed.assigneeName ?? '';
  opened.unit.record({
    kind: 'personRemoved',
    actor,
    element: { id: removed.elementId, name: removed.elementName },
    tokenId: removed.tokenId,
    data: { taskId: removedId, to },
    payload: written({ reason }),
  });
  tellRemoved(opened, removed, reason);
  await moveTokens(opened, { type: 'removeInstance', tokenId: removed.tokenId });
  await save(opened);
}

function tellRemoved({ tx, unit }: OpenedInstance, { id, assigneeId }: TaskRecord, text: string): void {
  if (assigneeId === null) return;
  const payload = { userId: assigneeId, message: 'taskRemoved', text };
  const idempotencyKey = `taskRemoved:${id}`;
  unit.queue({ kind: 'notifyPerson', tokenId: null, taskId: id, payload, dueAt: tx.now, maxAttempts: 5, idempotencyKey });
}

export interface PeopleRights {
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
}

const FIXED: PeopleRights = { mayAdd: false, mayRemove: false };

/** Whether people may be added to, and taken out of, the step of a task: as its drawing allows, where its list is one of people. */
export function peopleRights(version: LoadedVersion, { elementId }: Pick<TaskRecord, 'elementId'>): PeopleRights {
  const element = elementOf(version, elementId);
  const loop = element.activity?.loop;
  // sheets are counted per rater of the list that the process made
  if (loop?.kind !== 'multiInstance' || !goesOverPeople(element, loop) || isRating(element)) return FIXED;
  return { mayAdd: element.settings.mayAddPeople === true, mayRemove: element.settings.mayRemovePeople === true };
}

/** Its tasks go to the entries of its list: `=member`. */
const goesOverPeople = ({ settings }: Element, { elementVariable }: MultiInstance): boolean =>
  elementVariable !== null &&
  (settings.assignments ?? []).some(
    ({ kind, value }) => ['person', 'expression'].includes(kind) && value.replace(/\s/g, '') === `=${elementVariable}`,
  );

/** The plane of a task among several is that of its step and its own token. */
const stepPlane = ({ plane }: Pick<TaskRecord, 'plane'>): string => plane.split('>').slice(0, -1).join('>');

const isOfSameStep = (task: TaskRecord, other: TaskRecord): boolean =>
  other.instanceId === task.instanceId && other.elementId === task.elementId && stepPlane(other) === stepPlane(task);

/** The tasks of a step that several do, since it began this time; the task itself is among them. */
export async function tasksOfStep(tx: ReadTx, task: TaskRecord, limit: number): Promise<readonly TaskRecord[]> {
  const { instanceId, elementId } = task;
  const body = await bodyOf(tx, task);
  const rows = await tables.tasks.select(
    tx,
    { instanceId, elementId, status: ['open', 'completed'] },
    { order: [['openedAt', 'DESC']], limit },
  );
  return rows.filter((row) => isOfSameStep(task, row) && row.openedAt >= (body?.enteredAt ?? task.openedAt));
}

/** What holds the counters of the step that a task is one of. */
async function bodyOf(tx: ReadTx, { tokenId }: TaskRecord): Promise<TokenRecord | undefined> {
  const token = await tables.tokens.find(tx, { id: tokenId });
  return token?.parentId ? tables.tokens.find(tx, { id: token.parentId }) : undefined;
}

/** Does somebody have the step, will they have it in their turn, or have they done it this time? */
async function isInStep({ tx }: OpenedInstance, task: TaskRecord, userId: number): Promise<boolean> {
  const body = await bodyOf(tx, task);
  const inTurn = Array.isArray(body?.data.items) ? body.data.items.slice(body.multiInstance?.completed ?? 0) : [];
  if (inTurn.includes(userId)) return true;
  const tasks = await tasksOfStep(tx, task, MAX_LOOKED_AT);
  return tasks.some((one) => [one.assigneeId, one.completedById, one.onBehalfOfId].includes(userId));
}

/** More people than anybody adds one by one. */
const MAX_LOOKED_AT = 20_000;
