import type { ReturnBody } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementOf, type LoadedVersion } from '../versions';
import { moveTokens, mustRun, openTask, save } from './opened-instance';
import { mustBeOpen, mustHold } from './task-rights';

/**
 * Sends the case back to an earlier user task. Who may: the holder of an open task. Every open branch of the scope ends, so
 * that nothing runs on against a text that is being changed; its tasks are cancelled. Never: forward, into another scope,
 * without a reason. @throws conflict `task.notAReturnTarget`; bad input `task.reasonMissing`
 */
export async function returnTask(tx: Tx, actor: Actor, taskId: string, body: ReturnBody): Promise<{ instanceId: string }> {
  const { opened, task } = await openTask(tx, actor, taskId);
  mustBeOpen(task);
  mustRun(opened);
  await mustHold(tx, actor, task);
  if (!body.reason?.trim()) throw badInput('task.reasonMissing');
  const target = (await returnTargets(tx, opened.version, task)).find(({ elementId }) => elementId === body.elementId);
  if (!target) throw conflict('task.notAReturnTarget', { elementId: body.elementId });
  const scopeId = opened.session.reader.token(task.tokenId)?.parentId;
  const siblings = scopeId ? opened.session.reader.childrenOf(scopeId) : [];
  const closing = { completedById: actor.userId, completedByName: actor.name, closedAt: tx.now };
  await tables.tasks.update(
    tx,
    { id: taskId },
    { status: 'completed', outcome: 'returned', outcomeName: '退回', opinion: body.reason, ...closing },
  );
  opened.unit.record({
    kind: 'taskReturned',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    data: { taskId, to: target.elementName, reason: body.reason },
  });
  const fromTokenIds = siblings.map(({ id }) => id);
  await moveTokens(opened, { type: 'move', fromTokenIds, toElementId: target.elementId, variables: {} }, task.id);
  await save(opened);
  return { instanceId: task.instanceId };
}

/** User tasks of the same scope that were completed in this instance, latest first, each once. */
export async function returnTargets(
  tx: Tx,
  version: LoadedVersion,
  task: TaskRecord,
): Promise<{ elementId: string; elementName: string }[]> {
  const scopeId = elementOf(version, task.elementId).scopeId;
  const done = await tables.tasks.select(
    tx,
    { instanceId: task.instanceId, status: 'completed' },
    { order: [['closedAt', 'DESC']] },
  );
  const inScope = done.filter(
    ({ elementId, plane }) => elementOf(version, elementId).scopeId === scopeId && plane === task.plane,
  );
  const earlier = new Map(
    inScope.filter(({ elementId }) => elementId !== task.elementId).map((row) => [row.elementId, row.elementName]),
  );
  return [...earlier].map(([elementId, name]) => ({ elementId, elementName: name }));
}
