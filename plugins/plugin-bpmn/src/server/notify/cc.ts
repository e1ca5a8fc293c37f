import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { peopleOf, resolveAssignment } from '../assignment';
import type { PersonRef } from '../../common/api';
import { openInstance, save } from '../commands/opened-instance';
import type { ActivityContext } from '../engine';
import { SYSTEM } from '../runtime/actor';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord } from '../store';

/** Whom the element's cc rules mean now; nobody when it has none or they find nobody. */
export async function ccPeople({ tx, element, instance, variables, record }: ActivityContext): Promise<readonly PersonRef[]> {
  const assignments = element.settings.cc ?? [];
  if (assignments.length === 0) return [];
  const scope = { variables, record, parameters: instance.parameters };
  const named = { elementId: element.id, elementName: element.name ?? element.id };
  const resolved = await resolveAssignment(tx, { element: named, settings: { assignments }, instance, scope });
  return resolved.outcome === 'assigned' ? resolved.people : [];
}

/**
 * Copies an instance to the people of the element's cc rules when its work begins. A rule that cannot be read is noted in
 * the history and stops nobody: a reader more or less is no reason to hold up a case.
 */
export async function queueCc(context: ActivityContext): Promise<void> {
  const { tx, unit, element, tokenId } = context;
  try {
    const userIds = (await ccPeople(context)).map(({ id }) => id);
    if (userIds.length === 0) return;
    unit.queue({ kind: 'ccPeople', tokenId: null, taskId: null, payload: { userIds }, dueAt: tx.now, maxAttempts: 5, idempotencyKey: `cc:${tokenId}` });
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    const named = { id: element.id, name: element.name ?? element.id };
    unit.record({ kind: 'ccFailed', actor: SYSTEM, element: named, tokenId, data: { code: error.code } });
  }
}

const CcJob = z.object({ userIds: z.array(z.number()) });

/** Writes the cc rows that are missing and one message for each. */
export async function sendQueuedCc(tx: Tx, job: JobRecord): Promise<void> {
  const { userIds } = CcJob.parse(job.payload);
  if (job.instanceId === null) return;
  const opened = await openInstance(tx, SYSTEM, job.instanceId);
  const { instance, unit } = opened;
  const known = new Set((await tables.cc.select(tx, { instanceId: instance.id, userId: userIds })).map(({ userId }) => userId));
  const missing = userIds.filter((id) => !known.has(id)).map((id) => `user:${id}`);
  const people = [...(await peopleOf(tx, missing)).values()].flat();
  if (people.length === 0) return;
  const sent = { instanceId: instance.id, sentById: null, sentByName: null, note: null, sentAt: tx.now, readAt: null };
  await tables.cc.insert(
    tx,
    people.map(({ id }) => ({ ...sent, userId: id })),
  );
  unit.record({ kind: 'ccSent', actor: SYSTEM, data: { to: people.map(({ name }) => name), note: '' } });
  for (const { id } of people) {
    const payload: Record<string, Json> = { userId: id, message: 'cc' };
    const idempotencyKey = `cc:${instance.id}:${id}`;
    unit.queue({ kind: 'notifyPerson', tokenId: null, taskId: null, payload, dueAt: tx.now, maxAttempts: 5, idempotencyKey });
  }
  await save(opened);
}
