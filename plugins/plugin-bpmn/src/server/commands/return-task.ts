import { comesAgain, findElement, type StateReader, tokensEndedByReturn } from '@wuxin/bpmn-core';
import type { ReturnBody } from '../../common/api';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementOf, type LoadedVersion, returnTargetIds } from '../versions';
import { dropDrafts } from './drafts';
import { RETURNED } from './outcomes';
import { moveTokens, mustRun, openTask, save } from './opened-instance';
import { isRatingTask, mustNotBeRating } from './rating';
import { mustHold } from './task-rights';

/**
 * Sends the case back to an earlier user task. Who may: the holder of an open task. Every branch that starts anew from there
 * ends first, with its tasks, so that nothing runs twice or against a text that is being changed; a branch beside it, which
 * does not start anew, goes on. Never: forward, into another scope, without a reason, by a delegate.
 *
 * @throws conflict `task.notAReturnTarget`, `task.delegatedOnly`; bad input `task.reasonMissing`
 */
export async function returnTask(tx: Tx, actor: Actor, taskId: string, body: ReturnBody): Promise<{ instanceId: string }> {
  const { opened, task } = await openTask(tx, actor, taskId);
  const actingFor = await mustHold(tx, actor, task);
  mustRun(opened);
  await mustNotBeRating(tx, task);
  if (task.delegatorId !== null) throw conflict('task.delegatedOnly', { delegator: task.delegatorName ?? '' });
  if (!body.reason.trim()) throw badInput('task.reasonMissing');
  const target = (await returnTargets(tx, opened.version, task)).find(({ elementId }) => elementId === body.elementId);
  if (!target) throw conflict('task.notAReturnTarget', { elementId: body.elementId });
  const closing = {
    status: 'completed' as const,
    outcome: RETURNED.key,
    outcomeName: RETURNED.name,
    opinion: body.reason,
    completedById: actor.userId,
    completedByName: actor.name,
    onBehalfOfId: actingFor?.id ?? null,
    onBehalfOfName: actingFor?.name ?? null,
    channel: actor.channel,
    occurredAt: tx.now,
    closedAt: tx.now,
  };
  await tables.tasks.update(tx, { id: taskId }, closing);
  await dropDrafts(tx, task);
  opened.unit.record({
    kind: 'taskReturned',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    onBehalfOf: actingFor ?? undefined,
    data: { taskId, to: target.elementName, toElementId: target.elementId },
    payload: written({ reason: body.reason }),
  });
  const { graph } = opened.version;
  const ended = (reader: StateReader) => tokensEndedByReturn(graph, reader, task.tokenId, target.elementId);
  const fromTokenIds = await opened.session.read(ended);
  opened.unit.announceReturn(body.reason);
  await moveTokens(opened, { type: 'move', fromTokenIds, toElementId: target.elementId, variables: {} }, task.id);
  await save(opened);
  return { instanceId: task.instanceId };
}

/** Where a task may be sent back to; see {@link returnTargetsAmong}. */
export async function returnTargets(tx: Tx, version: LoadedVersion, task: TaskRecord): Promise<ReturnTarget[]> {
  const where = { instanceId: task.instanceId, plane: task.plane };
  const all = await tables.tasks.select(tx, where, {
    order: [
      ['openedAt', 'ASC'],
      ['id', 'ASC'],
    ],
  });
  return returnTargetsAmong(version, task, all);
}

export interface ReturnTarget {
  readonly elementId: string;
  readonly elementName: string;
}
type Step = Pick<TaskRecord, 'elementId' | 'elementName' | 'status' | 'closedAt'>;

/**
 * Earlier user tasks, latest first: completed in this instance, in the same scope, first opened before this one was, so that a step which
 * comes later is no target when the case has been sent back once, and such that the case comes from there to here again. A rating is none
 * either: its sums would count twice. The process may name fewer (`wuxin:returnTo`).
 *
 * @param all tasks of the instance on the plane of this one, in the order in which they were opened
 */
export function returnTargetsAmong(
  version: LoadedVersion,
  task: Pick<TaskRecord, 'elementId'>,
  all: readonly Step[],
): ReturnTarget[] {
  const { scopeId } = elementOf(version, task.elementId);
  // a step of a version that the case has left may be gone
  const inScope = all.filter(({ elementId }) => findElement(version.graph, elementId)?.scopeId === scopeId);
  const beforeThis = inScope.slice(
    0,
    inScope.findIndex(({ elementId }) => elementId === task.elementId),
  );
  const earlier = new Map(beforeThis.map((row) => [row.elementId, row.elementName]));
  const completedAt = (id: string) => Math.max(...inScope.map((row) => (isDone(row, id) ? (row.closedAt ?? 0) : -Infinity)));
  return [...earlier]
    .reverse()
    .map(([elementId, elementName]) => ({ elementId, elementName, at: completedAt(elementId) }))
    .filter(({ at, elementId }) => at > -Infinity && isTarget(version, task.elementId, elementId))
    .sort((a, b) => b.at - a.at)
    .map(({ elementId, elementName }) => ({ elementId, elementName }));
}

const isDone = (row: Step, elementId: string) => row.elementId === elementId && row.status === 'completed';

function isTarget(version: LoadedVersion, from: string, elementId: string): boolean {
  const { returnTo } = elementOf(version, from).settings;
  if (returnTo !== undefined && !returnTargetIds(returnTo).includes(elementId)) return false;
  return !isRatingTask(version, { elementId }) && comesAgain(version.graph, { from, to: elementId });
}
