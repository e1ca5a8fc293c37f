import { findElement, type Json, type Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { resolveAssignment } from '../assignment';
import type { PersonRef } from '../../common/api';
import { type OpenedInstance, openInstance, save } from '../commands';
import { readRecord } from '../records';
import { SYSTEM } from '../runtime/actor';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord } from '../store';
import { elementOf } from '../versions';

const CcJob = z.object({
  elementId: z.string(),
  variables: z.record(z.string(), z.unknown()).transform((value) => value as Variables), // jobs hold JSON
});

/**
 * Copies an instance to the people of an element's cc rules, who may read it from then on; one message for each. Who has it
 * already gets none. A rule that cannot be read is noted in the history: a reader more or less is no reason to hold up a case.
 */
export async function copyByRules(tx: Tx, job: JobRecord): Promise<void> {
  if (job.instanceId === null) return;
  const { elementId, variables } = CcJob.parse(job.payload);
  const opened = await openInstance(tx, SYSTEM, job.instanceId);
  // the case may have been migrated to a version without this step
  const element = findElement(opened.version.graph, elementId);
  if (!element) return;
  const named = { id: element.id, name: element.name ?? element.id };
  try {
    await copyTo(opened, await ccPeople(opened, elementId, variables), named);
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    opened.unit.record({ kind: 'ccFailed', actor: SYSTEM, element: named, data: { code: error.code } });
  }
  await save(opened);
}

/** Whom the element's cc rules mean now; nobody when they find nobody. */
async function ccPeople(
  { tx, instance, version }: OpenedInstance,
  elementId: string,
  variables: Variables,
): Promise<readonly PersonRef[]> {
  const element = elementOf(version, elementId);
  const scope = { variables, record: await readRecord(tx, instance), parameters: instance.parameters };
  const named = { elementId, elementName: element.name ?? elementId };
  const settings = { assignments: element.settings.cc ?? [] };
  const resolved = await resolveAssignment(tx, { element: named, settings, instance, scope });
  return resolved.outcome === 'assigned' ? resolved.people : [];
}

async function copyTo(
  { tx, instance, unit }: OpenedInstance,
  people: readonly PersonRef[],
  element: { id: string; name: string },
): Promise<void> {
  const known = new Set((await tables.cc.select(tx, { instanceId: instance.id })).map(({ userId }) => userId));
  const readers = people.filter(({ id }) => !known.has(id));
  if (readers.length === 0) return;
  const sent = { instanceId: instance.id, sentById: null, sentByName: null, note: null, sentAt: tx.now, readAt: null };
  await tables.cc.insert(
    tx,
    readers.map(({ id }) => ({ ...sent, userId: id })),
  );
  unit.record({ kind: 'ccSent', actor: SYSTEM, element, data: { to: readers.map(({ name }) => name) } });
  for (const { id } of readers) {
    const payload: Record<string, Json> = { userId: id, message: 'cc' };
    const idempotencyKey = `cc:${instance.id}:${id}`;
    unit.queue({ kind: 'notifyPerson', tokenId: null, taskId: null, payload, dueAt: tx.now, maxAttempts: 5, idempotencyKey });
  }
}
