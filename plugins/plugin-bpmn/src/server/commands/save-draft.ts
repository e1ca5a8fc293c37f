import type { Json } from '@wuxin/bpmn-core';
import type { SaveDraftBody } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { badInput, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { keepDraft } from './drafts';
import { mustNotBeRating } from './rating';
import { mustHoldOrAdminister } from './task-rights';

const MAX_DRAFT_BYTES = 512 * 1024;

/**
 * Keeps what somebody has typed so far, for them alone; the record does not change. Who may: who may complete the task, also
 * an administrator on behalf of its holder. Never: of a rating. It waits for whoever is ending the task: a draft is not left behind for a task that is over.
 */
export async function saveDraft(tx: Tx, actor: Actor, taskId: string, body: SaveDraftBody): Promise<{ savedAt: number }> {
  const task = await taskOf(tx, taskId);
  await mustHoldOrAdminister(tx, actor, task);
  await mustNotBeRating(tx, task);
  const data = body.data as Record<string, Json>; // an HTTP body is JSON
  if (Buffer.byteLength(JSON.stringify(data)) > MAX_DRAFT_BYTES)
    throw badInput('task.draftTooLarge', { maximumBytes: MAX_DRAFT_BYTES });
  const draft = { taskId, userId: actor.userId, data, opinion: body.opinion, savedAt: tx.now };
  if (!(await keepDraft(tx, draft))) await mustHoldOrAdminister(tx, actor, await taskOf(tx, taskId));
  return { savedAt: tx.now };
}

async function taskOf(tx: Tx, taskId: string): Promise<TaskRecord> {
  const task = await tables.tasks.find(tx, { id: taskId }, { forUpdate: true });
  if (!task) throw notFound('task.notFound', { taskId });
  return task;
}
