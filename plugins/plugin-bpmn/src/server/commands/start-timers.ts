import { rescheduleStart } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { SYSTEM } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { loadVersion } from '../versions';
import { startInstance } from './start-instance';
import { holdTrigger } from './start-triggers';

const StoredSchedule = z.object({ dueAt: z.number(), cycle: z.string().nullable(), remaining: z.number().nullable() });

/** Starts the process whose timer start event is due and arms the next occurrence, in one transaction. */
export async function fireStartTimer(tx: Tx, triggerId: string): Promise<void> {
  const trigger = await holdTrigger(tx, { id: triggerId });
  if (!trigger || trigger.dueAt === null || trigger.dueAt > tx.now) return;
  const { processKey, versionId, processId, elementId, dueAt } = trigger;
  const startKey = `timer:${triggerId}:${dueAt}`;
  await startInstance(tx, SYSTEM, { processKey, versionId, processId, startEventId: elementId, startKey });
  const { graph } = await loadVersion(tx, versionId);
  const next = rescheduleStart(graph, StoredSchedule.parse(trigger.data), tx.now);
  if (next) await tables.startTriggers.update(tx, { id: triggerId }, { dueAt: next.dueAt, data: { ...next }, leasedUntil: null });
  else await tables.startTriggers.delete(tx, { id: triggerId });
}
