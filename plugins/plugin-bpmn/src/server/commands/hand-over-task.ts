import type { HandOverBody, PersonRef } from '../../common/api';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { mustRun, openTask, save, type OpenedInstance } from './opened-instance';
import { personOf } from './people';
import { mustNotBeRating } from './rating';
import { mustHold, mustHoldOrAdminister, groupKeysOfTask } from './task-rights';

/**
 * Gives a task to somebody else for good (转办). Who may: the holder or an administrator. The reason and both names stay in
 * the history; the deadline does not change, and a delegated task still goes back to who delegated it. @throws bad input `task.handOverToSelf`; forbidden `task.notYours`
 */
export async function transferTask(tx: Tx, actor: Actor, taskId: string, body: HandOverBody): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  await mustHoldOrAdminister(tx, actor, task);
  const goesBackTo = task.delegatorId === body.to || task.delegatorId === null ? null : task.delegatorId;
  const delegator = goesBackTo === null ? null : { id: goesBackTo, name: task.delegatorName ?? '' };
  await handOver(opened, task, actor, body, { kind: 'taskTransferred', delegator });
}

/**
 * Lets somebody else do a task, which then comes back for the final word (委派). Who may: the holder. Not twice in a row:
 * nobody could tell any more to whom it comes back. @throws conflict `task.delegatedAlready`
 */
export async function delegateTask(tx: Tx, actor: Actor, taskId: string, body: HandOverBody): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  const actingFor = await mustHold(tx, actor, task);
  if (task.delegatorId !== null) throw conflict('task.delegatedAlready', { delegator: task.delegatorName ?? '' });
  const delegator = actingFor ?? { id: actor.userId, name: actor.name };
  await handOver(opened, task, actor, body, { kind: 'taskDelegated', delegator });
}

interface HandOver {
  readonly kind: 'taskTransferred' | 'taskDelegated';
  readonly delegator: PersonRef | null;
}

async function handOver(
  opened: OpenedInstance,
  task: TaskRecord,
  actor: Actor,
  body: HandOverBody,
  { kind, delegator }: HandOver,
): Promise<void> {
  const { tx, unit } = opened;
  mustRun(opened);
  await mustNotBeRating(tx, task);
  if (!body.reason?.trim()) throw badInput('task.reasonMissing');
  if (body.to === actor.userId || body.to === task.assigneeId) throw badInput('task.handOverToSelf');
  const to = await personOf(tx, body.to);
  if ((await groupKeysOfTask(tx, task.id)).includes(`!user:${to.id}`)) throw conflict('task.personBarred', { person: to.name });
  const holder = { assigneeId: to.id, assigneeName: to.name, firstReadAt: null };
  await tables.tasks.update(
    tx,
    { id: task.id },
    { ...holder, delegatorId: delegator?.id ?? null, delegatorName: delegator?.name ?? null },
  );
  const element = { id: task.elementId, name: task.elementName };
  const data = { taskId: task.id, to: to.name };
  unit.record({ kind, actor, element, tokenId: task.tokenId, data, payload: written({ reason: body.reason }) });
  unit.notifyHolders(task, { message: kind, key: String(opened.instance.historySequence) });
  await save(opened);
}
