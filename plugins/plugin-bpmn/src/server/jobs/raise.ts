import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord } from '../store';
import { elementName, loadVersion } from '../versions';

/** A job that gave up is an incident of its instance: a person retries or resolves it. */
export async function raiseForJob(tx: Tx, job: JobRecord, lastError: string): Promise<void> {
  const instance = job.instanceId ? await tables.instances.find(tx, { id: job.instanceId }) : undefined;
  if (!instance) return;
  const { graph } = await loadVersion(tx, instance.versionId);
  const elementId = await elementOfJob(tx, job);
  await tables.incidents.insert(tx, [
    {
      id: engineOf(tx.db).newId(),
      instanceId: instance.id,
      tokenId: job.tokenId,
      jobId: job.id,
      elementId,
      elementName: elementName(graph, elementId),
      code: 'job.failed',
      data: { kind: job.kind, lastError, source: 'job' },
      status: 'open',
      raisedAt: tx.now,
      resolvedAt: null,
      resolvedById: null,
      resolvedByName: null,
      resolution: null,
    },
  ]);
}

async function elementOfJob(tx: Tx, job: JobRecord): Promise<string> {
  const { elementId } = job.payload;
  if (typeof elementId === 'string') return elementId;
  const token = job.tokenId ? await tables.tokens.find(tx, { id: job.tokenId }) : undefined;
  return token?.elementId ?? '';
}
